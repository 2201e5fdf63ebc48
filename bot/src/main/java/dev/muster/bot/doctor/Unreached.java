package dev.muster.bot.doctor;

import dev.muster.commands.doctor.Finding;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Why nothing answered at an address. */
record Unreached(URI address) {

  private static final String ABOUT = AddressCheck.ABOUT;

  Finding because(IOException why) {
    if (has(why, SSLException.class)) {
      return untrusted(why);
    }
    if (has(why, UnresolvedAddressException.class) || has(why, UnknownHostException.class)) {
      return Finding.failed(
          ABOUT,
          "Nobody here knows the name %s.".formatted(address.getHost()),
          "Mend MUSTER_URL, or give the name an entry in the DNS.");
    }
    var how =
        has(why, HttpTimeoutException.class) ? "does not answer in time" : "takes no connection";
    return Finding.warning(
        ABOUT,
        "%s %s from here.".formatted(address, how),
        "Open it from a phone. If that works, only the way from this machine to it is closed.");
  }

  private Finding untrusted(IOException why) {
    if (has(why, CertificateExpiredException.class)) {
      return Finding.failed(
          ABOUT,
          "The certificate of %s has expired.".formatted(address.getHost()),
          "Renew it, and see why that did not happen by itself.");
    }
    return has(why, CertPathBuilderException.class)
        ? Finding.failed(
            ABOUT,
            "The certificate of %s is signed by nobody whom Java trusts."
                .formatted(address.getHost()),
            "See that the server sends the whole chain. Your own authority can be given by"
                + " MUSTER_JAVA_OPTS=-Djavax.net.ssl.trustStore=…")
        : Finding.failed(
            ABOUT,
            "There is no encrypted way to %s: %s.".formatted(address.getHost(), firstLine(why)),
            "See that its certificate is for that name.");
  }

  private static String firstLine(IOException why) {
    return String.valueOf(why.getMessage()).lines().findFirst().orElse("");
  }

  private static boolean has(Throwable why, Class<? extends Throwable> kind) {
    return Stream.<Throwable>iterate(why, it -> it != null, Throwable::getCause)
        .limit(20)
        .anyMatch(kind::isInstance);
  }
}
