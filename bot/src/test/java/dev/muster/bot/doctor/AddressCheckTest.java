package dev.muster.bot.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.muster.bot.health.AddressProof;
import dev.muster.commands.doctor.Finding;
import dev.muster.commands.doctor.Level;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever may answer where Muster should. */
class AddressCheckTest {

  private static final AddressProof OURS = new AddressProof("our-key");
  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final AddressCheck.Needs TEAM = new AddressCheck.Needs(false, false);
  private static final AddressCheck.Needs SLACK = new AddressCheck.Needs(false, true);
  private static final AddressCheck.Needs DEMO = new AddressCheck.Needs(true, false);

  private Optional<HttpServer> server = Optional.empty();
  private InstantSource clock = InstantSource.system();
  private HttpClient.Builder clients = HttpClient.newBuilder();

  @AfterEach
  void stop() {
    server.ifPresent(it -> it.stop(0));
  }

  private interface Page {
    void answer(HttpExchange exchange) throws IOException;
  }

  private static Page proving(Function<String, Optional<String>> proof) {
    return exchange -> {
      var challenge = exchange.getRequestHeaders().getFirst(AddressProof.CHALLENGE);
      proof
          .apply(challenge)
          .ifPresent(it -> exchange.getResponseHeaders().set(AddressProof.PROOF, it));
      exchange.sendResponseHeaders(
          exchange.getRequestURI().getPath().equals("/health/live") ? 200 : 404, -1);
    };
  }

  private String serve(Page page) throws IOException {
    return "http://127.0.0.1:" + serve(HttpServer.create(local(), 0), page);
  }

  private static InetSocketAddress local() {
    return new InetSocketAddress("127.0.0.1", 0);
  }

  private int serve(HttpServer created, Page page) {
    created.createContext(
        "/",
        exchange -> {
          page.answer(exchange);
          exchange.close();
        });
    created.start();
    server = Optional.of(created);
    return created.getAddress().getPort();
  }

  private List<Finding> look(Optional<String> url, AddressCheck.Needs needs)
      throws InterruptedException {
    return new AddressCheck(url, needs, () -> Optional.of(OURS), clock, clients).look();
  }

  private Finding demo(String url) throws InterruptedException {
    var found = look(Optional.of(url), DEMO);
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  @Test
  void where_this_muster_answers_all_is_well() throws Exception {
    var url = serve(proving(OURS::answer));
    assertThat(demo(url)).isEqualTo(Finding.fine("MUSTER_URL", url + "/ leads to this Muster."));
  }

  @Test
  void outside_the_demo_an_address_of_this_machine_alone_and_without_encryption_is_told()
      throws Exception {
    var found = look(Optional.of(serve(proving(OURS::answer))), TEAM);
    assertThat(found).extracting(Finding::level).containsExactly(Level.WARNING, Level.WARNING);
    assertThat(found.getFirst().what()).contains("logins and tokens can be read");
    assertThat(found.getLast().what()).contains("on this machine only");
    assertThat(look(Optional.of(serve(proving(OURS::answer))), SLACK).getFirst().level())
        .isEqualTo(Level.FAILED);
  }

  @Test
  void another_muster_and_anything_else_are_told_apart() throws Exception {
    var another = demo(serve(proving(new AddressProof("their-key")::answer)));
    assertThat(another.level()).isEqualTo(Level.FAILED);
    assertThat(another.what()).contains("another Muster");
    stop();
    assertThat(demo(serve(proving(_ -> Optional.empty()))).what())
        .contains("something answers that is not this Muster");
    stop();
    var signIn =
        demo(
            serve(exchange -> {
              exchange.getResponseHeaders().set("Location", "https://sso.example.com/");
              exchange.sendResponseHeaders(302, -1);
            }));
    assertThat(signIn.what())
        .endsWith("answers with status 302, which leads to https://sso.example.com/.");
  }

  @Test
  void nobody_is_blamed_while_the_database_cannot_be_asked() throws Exception {
    var url = Optional.of(serve(proving(OURS::answer)));
    var found = new AddressCheck(url, DEMO, Optional::empty, clock).look();
    assertThat(found).extracting(Finding::level).containsExactly(Level.SKIPPED);
  }

  @Test
  void an_address_that_leads_nowhere_says_how_far_it_leads() throws Exception {
    assertThat(demo("http://127.0.0.1:1").what()).contains("takes no connection from here");
    var unknown = demo("https://muster.invalid");
    assertThat(unknown.level()).isEqualTo(Level.FAILED);
    assertThat(unknown.what()).isEqualTo("Nobody here knows the name muster.invalid.");
    assertThat(demo("muster.example.com").what()).startsWith("It is no address of the web");
  }

  @Test
  void it_is_missed_where_somebody_comes_from_elsewhere() throws Exception {
    assertThat(look(Optional.empty(), DEMO).getFirst().level()).isEqualTo(Level.UNUSED);
    assertThat(look(Optional.empty(), TEAM).getFirst().level()).isEqualTo(Level.WARNING);
    assertThat(look(Optional.empty(), SLACK).getFirst().level()).isEqualTo(Level.FAILED);
  }

  @Test
  void a_certificate_that_nobody_vouches_for_is_told() throws Exception {
    var found = look(Optional.of(encrypted()), DEMO).getFirst();
    assertThat(found.level()).isEqualTo(Level.FAILED);
    assertThat(found.what())
        .isEqualTo("The certificate of localhost is signed by nobody whom Java trusts.");
  }

  @Test
  void a_certificate_is_renewed_before_it_ends() throws Exception {
    clients = HttpClient.newBuilder().sslContext(own());
    var url = Optional.of(encrypted());
    var end = certificate().getNotAfter().toInstant();

    clock = InstantSource.fixed(end.minus(Duration.ofDays(15)));
    assertThat(look(url, DEMO).getLast())
        .isEqualTo(Finding.fine("Certificate", "It is good for 15 days more."));
    clock = InstantSource.fixed(end.minus(Duration.ofDays(13)));
    assertThat(look(url, DEMO).getLast().level()).isEqualTo(Level.WARNING);
  }

  @Test
  void a_proof_is_nothing_but_an_answer_to_a_challenge() {
    assertThat(OURS.answer("0123456789abcdef0123456789abcdef")).isPresent();
    assertThat(OURS.answer("give me the key")).isEmpty();
    assertThat(OURS.toString()).doesNotContain("our-key");
  }

  private String encrypted() throws GeneralSecurityException, IOException {
    var https = HttpsServer.create(local(), 0);
    https.setHttpsConfigurator(new HttpsConfigurator(own()));
    return "https://localhost:" + serve(https, proving(OURS::answer));
  }

  private static KeyStore store() throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance("PKCS12");
    try (var file = AddressCheckTest.class.getResourceAsStream("/mail/localhost.p12")) {
      store.load(file, PASSWORD);
    }
    return store;
  }

  private static X509Certificate certificate() throws GeneralSecurityException, IOException {
    return (X509Certificate) store().getCertificate("mail");
  }

  private static SSLContext own() throws GeneralSecurityException, IOException {
    var shown = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    shown.init(store(), PASSWORD);
    var trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("mail", certificate());
    var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    var context = SSLContext.getInstance("TLS");
    context.init(shown.getKeyManagers(), managers.getTrustManagers(), null);
    return context;
  }
}
