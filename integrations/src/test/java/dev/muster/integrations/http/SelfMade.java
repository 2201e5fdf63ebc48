package dev.muster.integrations.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;

/** A server with a certificate that it signed itself. */
final class SelfMade implements AutoCloseable {

  private static final String PASSWORD = "changeit";

  private final HttpsServer server;
  private final SSLContext context;
  private final X509TrustManager trust;
  private final AtomicInteger received = new AtomicInteger();

  private SelfMade(KeyStore keys) throws GeneralSecurityException, IOException {
    var ours = KeyManagerFactory.getInstance("PKIX");
    ours.init(keys, PASSWORD.toCharArray());
    trust = trust(keys);
    context = SSLContext.getInstance("TLS");
    context.init(ours.getKeyManagers(), new X509TrustManager[] {trust}, null);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 10);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.createContext(
        "/",
        exchange -> {
          received.incrementAndGet();
          var body = "hello".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  static SelfMade start(String name)
      throws IOException, InterruptedException, GeneralSecurityException {
    var folder = Files.createTempDirectory("self-made");
    var file = folder.resolve("keys.p12");
    try {
      make(name, file);
      return new SelfMade(KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray()));
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }

  String url(String host) {
    return "https://%s:%d/".formatted(host, server.getAddress().getPort());
  }

  int received() {
    return received.get();
  }

  OkHttpClient trusting() {
    return new OkHttpClient.Builder().sslSocketFactory(context.getSocketFactory(), trust).build();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /** Whoever signed the one certificate of these keys. */
  private static X509TrustManager trust(KeyStore keys)
      throws GeneralSecurityException, IOException {
    var trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("self", keys.getCertificate("self"));
    var factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(trusted);
    return (X509TrustManager) factory.getTrustManagers()[0];
  }

  private static void make(String name, Path file) throws IOException, InterruptedException {
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var command =
        "%s -genkeypair -alias self -keyalg EC -dname CN=%s -ext san=dns:%s -storetype PKCS12"
            + " -keystore %s -storepass %s";
    var process =
        new ProcessBuilder(command.formatted(keytool, name, name, file, PASSWORD).split(" "))
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }
}
