package dev.muster.integrations.postgres;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Set;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * For a library that brings its own SQL: gives it the connection of the thread's transaction, which
 * it then cannot end, or else one from a pool of its own.
 */
public final class TransactionalDataSource implements DataSource {

  private static final Set<String> OURS = Set.of("close", "commit", "rollback", "setAutoCommit");

  private final Database database;
  private final DataSource outside;

  /** The pool outside of transactions is nobody else's, so that heartbeats are never late. */
  public TransactionalDataSource(Database database, DataSource outside) {
    this.database = database;
    this.outside = outside;
  }

  @Override
  public Connection getConnection() throws SQLException {
    var current = database.currentConnection();
    return current.isPresent() ? lent(current.get()) : outside.getConnection();
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("the pool knows who comes");
  }

  @Override
  public @Nullable PrintWriter getLogWriter() throws SQLException {
    return outside.getLogWriter();
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
    outside.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    outside.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return outside.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return outside.getParentLogger();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return outside.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return outside.isWrapperFor(type);
  }

  /** The transaction's own end is not the library's business: those calls do nothing. */
  private static Connection lent(Connection connection) {
    InvocationHandler handler =
        (_, method, arguments) -> {
          if (OURS.contains(method.getName())) {
            return null;
          }
          try {
            return method.invoke(connection, arguments);
          } catch (InvocationTargetException e) {
            throw e.getTargetException();
          }
        };
    return (Connection)
        Proxy.newProxyInstance(
            TransactionalDataSource.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            handler);
  }
}
