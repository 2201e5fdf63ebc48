package dev.muster.integrations.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PortsTest {

  private static final Path LENT = Path.of("/proc/sys/net/ipv4/ip_local_port_range");

  @Test
  void free_port_is_none_that_the_system_lends_to_connections() throws IOException {
    assumeTrue(Files.exists(LENT), LENT + " is missing: no Linux");
    // In one read, as the kernel wants it.
    var lent = Files.readAllLines(LENT).getFirst().split("\\s+");

    assertThat(Ports.free()).isLessThan(Integer.parseInt(lent[0]));
  }

  @Test
  void free_port_can_be_listened_on() throws IOException {
    try (var socket = new ServerSocket(Ports.free(), 1, InetAddress.ofLiteral("127.0.0.1"))) {
      assertThat(socket.isBound()).isTrue();
    }
  }
}
