package dev.muster.bot.login.proxy;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of addresses, as {@code 10.1.0.0/16} writes it, or one address.
 *
 * @param size of an address in bits
 */
public record Network(BigInteger start, int size, int prefix) {

  private static final Pattern FORM = Pattern.compile("([0-9a-fA-F.:]+)(?:/(\\d{1,3}))?");
  private static final Pattern FOUR_PARTS = Pattern.compile("\\d+(\\.\\d+){3}");

  /** Throws {@link IllegalArgumentException} saying what to write instead. */
  public static Network parse(String text) {
    var form = FORM.matcher(text);
    if (!form.matches()) {
      throw wrong(text, "is no range of addresses");
    }
    var address = address(form.group(1)).orElseThrow(() -> wrong(text, "has no address in it"));
    var size = address.getAddress().length * Byte.SIZE;
    var prefix = form.group(2) == null ? size : Integer.parseInt(form.group(2));
    if (prefix > size) {
      throw wrong(text, "has a prefix of more than " + size + " bits");
    }
    if (prefix == 0) {
      throw new IllegalArgumentException(
          text + " is everybody, and everybody could say who they are; name your proxy alone");
    }
    var start = number(address);
    if (start.getLowestSetBit() >= 0 && start.getLowestSetBit() < size - prefix) {
      throw wrong(text, "is longer than its prefix");
    }
    return new Network(start, size, prefix);
  }

  /** Whether an address, written in digits, is in it. */
  public boolean contains(String peer) {
    return address(peer)
        .filter(it -> it.getAddress().length * Byte.SIZE == size)
        .map(it -> number(it).xor(start).shiftRight(size - prefix).signum() == 0)
        .orElse(false);
  }

  /** Without the short forms, such as {@code 10.1}, which hardly anybody means. */
  static Optional<InetAddress> address(String text) {
    if (!text.contains(":") && !FOUR_PARTS.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private static BigInteger number(InetAddress address) {
    return new BigInteger(1, address.getAddress());
  }

  private static IllegalArgumentException wrong(String text, String why) {
    return new IllegalArgumentException(
        text + " " + why + "; write the proxy's address, such as 10.1.2.3 or 10.1.0.0/16");
  }
}
