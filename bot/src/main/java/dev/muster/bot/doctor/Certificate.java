package dev.muster.bot.doctor;

import dev.muster.commands.doctor.Finding;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** How long the certificate of an address is good. */
record Certificate(InstantSource clock) {

  private static final String ABOUT = "Certificate";
  private static final Duration SOON = Duration.ofDays(14);

  /** Those that live for a week only are renewed later than others. */
  private static final int SHARE = 4;

  Optional<Finding> finding(Optional<SSLSession> session) {
    return session.flatMap(Certificate::ofServer).map(this::finding);
  }

  private Finding finding(X509Certificate certificate) {
    var end = certificate.getNotAfter().toInstant();
    var left = Duration.between(clock.instant(), end);
    var life = Duration.between(certificate.getNotBefore().toInstant(), end);
    var share = life.dividedBy(SHARE);
    var soon = share.compareTo(SOON) < 0 ? share : SOON;
    var what = "It is good for %d days more.".formatted(left.toDays());
    return left.compareTo(soon) > 0
        ? Finding.fine(ABOUT, what)
        : Finding.warning(ABOUT, what, "Renew it, and see why that did not happen by itself.");
  }

  private static Optional<X509Certificate> ofServer(SSLSession session) {
    try {
      return session.getPeerCertificates()[0] instanceof X509Certificate one
          ? Optional.of(one)
          : Optional.empty();
    } catch (SSLPeerUnverifiedException unknown) {
      return Optional.empty();
    }
  }
}
