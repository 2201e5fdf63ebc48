package dev.muster.integrations.email;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/** Addresses of mail. */
final class Addresses {

  private Addresses() {}

  /** One address, perhaps with a name before it, as it was given. */
  static String checked(String address) {
    var _ = one(address);
    return address;
  }

  static InternetAddress one(String address) {
    try {
      var one = new InternetAddress(address, true);
      if (one.isGroup() || !one.getAddress().contains("@")) {
        throw new IllegalArgumentException(address + " is no address of mail");
      }
      return one;
    } catch (AddressException e) {
      throw new IllegalArgumentException(address + " is no address of mail", e);
    }
  }

  /** What stands behind the @. */
  static String domain(InternetAddress address) {
    return address.getAddress().substring(address.getAddress().lastIndexOf('@') + 1);
  }
}
