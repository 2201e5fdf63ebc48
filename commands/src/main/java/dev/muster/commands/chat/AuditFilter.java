package dev.muster.commands.chat;

import dev.muster.commands.people.Via;
import dev.muster.commands.store.StoreUnavailable;
import dev.muster.commands.store.Transactions;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the rest of the chain and writes what came of it to the audit log, both in one transaction.
 * A command that breaks changes nothing; that it broke is kept. A look changes nothing anyway, and
 * holds no connection while it waits.
 */
public final class AuditFilter implements Filter {

  private static final Logger log = LoggerFactory.getLogger(AuditFilter.class);

  private final Transactions transactions;
  private final AuditLog auditLog;
  private final InstantSource clock;

  public AuditFilter(Transactions transactions, AuditLog auditLog, InstantSource clock) {
    this.transactions = transactions;
    this.auditLog = auditLog;
    this.clock = clock;
  }

  @Override
  public Reply filter(Request request, Supplier<Reply> next) {
    try {
      return request.command().isLook()
          ? recorded(request, next.get())
          : transactions.inTransaction(() -> recorded(request, next.get()));
    } catch (StoreUnavailable away) {
      throw away;
    } catch (RuntimeException broken) {
      return failed(request, broken);
    }
  }

  private Reply recorded(Request request, Reply reply) {
    transactions.inTransaction(() -> record(request, reply, Optional.empty()));
    return reply;
  }

  private Reply failed(Request request, RuntimeException broken) {
    var id = request.invocation().requestId();
    log.atError()
        .setCause(broken)
        .addKeyValue("requestId", id)
        .addKeyValue("command", request.command().name())
        .log("Command failed");
    var reply =
        Reply.error(
            Reply.Error.FAILED,
            Message.of(
                "That did not work, and nothing was changed. Try again; if it fails again, tell"
                    + " whoever runs Muster: request "
                    + id));
    transactions.inTransaction(
        () -> record(request, reply, Optional.of(broken.getClass().getSimpleName())));
    return reply;
  }

  private void record(Request request, Reply reply, Optional<String> detail) {
    var invocation = request.invocation();
    auditLog.record(
        new AuditEntry(
            clock.instant(),
            invocation.actor().id().value(),
            invocation.place(),
            request.command().name(),
            reply.error().map(Reply.Error::word).orElse("done"),
            invocation.requestId(),
            detail,
            invocation.via().map(Via::shown)));
  }
}
