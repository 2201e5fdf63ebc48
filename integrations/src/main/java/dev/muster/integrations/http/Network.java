package dev.muster.integrations.http;

import java.net.InetAddress;
import java.util.List;
import java.util.regex.Pattern;

/** Addresses that begin with the same bits, such as {@code 10.0.0.0/8}. */
public record Network(InetAddress address, int bits) {

  private static final Pattern WRITTEN = Pattern.compile("([0-9a-fA-F:.]+)(?:/(\\d{1,3}))?");

  /** What leads to machines of one's own, or to nobody: of RFC 6890 and its kind. */
  static final List<Network> NOT_PUBLIC =
      List.of(
          of("0.0.0.0/8"),
          of("10.0.0.0/8"),
          of("100.64.0.0/10"),
          of("127.0.0.0/8"),
          of("169.254.0.0/16"),
          of("172.16.0.0/12"),
          of("192.0.0.0/24"),
          of("192.0.2.0/24"),
          of("192.88.99.0/24"),
          of("192.168.0.0/16"),
          of("198.18.0.0/15"),
          of("198.51.100.0/24"),
          of("203.0.113.0/24"),
          of("224.0.0.0/3"),
          of("::/96"),
          of("64:ff9b::/32"),
          of("100::/64"),
          of("2001::/23"),
          of("2001:db8::/32"),
          of("2002::/16"),
          of("fc00::/7"),
          of("fe80::/9"),
          of("ff00::/8"));

  /**
   * Reads one as it is usually written.
   *
   * @throws IllegalArgumentException if it is not written {@code 10.1.0.0/16} or {@code 10.1.2.3}
   */
  public static Network of(String text) {
    var match = WRITTEN.matcher(text.strip());
    if (!match.matches()) {
      throw new IllegalArgumentException("write a network as 10.1.0.0/16 or fd00::/8");
    }
    var address = InetAddress.ofLiteral(match.group(1));
    var all = address.getAddress().length * 8;
    var bits = match.group(2) == null ? all : Integer.parseInt(match.group(2));
    if (bits > all) {
      throw new IllegalArgumentException(text + " has more bits than its address");
    }
    return new Network(address, bits);
  }

  boolean contains(InetAddress other) {
    var ours = address.getAddress();
    var theirs = other.getAddress();
    if (ours.length != theirs.length) {
      return false;
    }
    for (var i = 0; i < bits; i++) {
      var mask = 0x80 >> (i % 8);
      if ((ours[i / 8] & mask) != (theirs[i / 8] & mask)) {
        return false;
      }
    }
    return true;
  }
}
