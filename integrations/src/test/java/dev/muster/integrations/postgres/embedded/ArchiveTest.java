package dev.muster.integrations.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class ArchiveTest {

  @TempDir Path outside;
  private Path folder;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private TarArchiveOutputStream tar;

  @BeforeEach
  void openArchive() throws IOException {
    folder = Files.createDirectory(outside.resolve("in"));
    tar = new TarArchiveOutputStream(new XZOutputStream(bytes, new LZMA2Options(0)));
  }

  @Test
  void modes_and_links_are_kept() throws IOException {
    file("bin/run", 0750);
    link("bin/alias", "run");
    unpack();
    assertThat(folder.resolve("bin/run")).isExecutable().hasContent("text");
    assertThat(Files.getPosixFilePermissions(folder.resolve("bin/run"))).hasSize(5);
    assertThat(Files.readSymbolicLink(folder.resolve("bin/alias"))).hasToString("run");
  }

  @Test
  void name_that_leads_out_is_refused() throws IOException {
    file("../evil", 0644);
    refused();
  }

  @Test
  void absolute_name_is_refused() throws IOException {
    var entry = new TarArchiveEntry(outside.resolve("evil").toString(), true);
    write(entry);
    refused();
  }

  @Test
  void link_that_leads_out_is_refused() throws IOException {
    link("out", "..");
    refused();
  }

  @Test
  void file_is_never_written_through_a_link() throws IOException {
    link("alias", "target");
    file("alias", 0644);
    assertThatThrownBy(this::unpack).isInstanceOf(IOException.class);
    assertThat(folder.resolve("target")).doesNotExist();
  }

  private void file(String name, int mode) throws IOException {
    var entry = new TarArchiveEntry(name, true);
    entry.setMode(mode);
    write(entry);
  }

  private void write(TarArchiveEntry entry) throws IOException {
    entry.setSize(4);
    tar.putArchiveEntry(entry);
    tar.write("text".getBytes(StandardCharsets.UTF_8));
    tar.closeArchiveEntry();
  }

  private void link(String name, String target) throws IOException {
    var entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
    entry.setLinkName(target);
    tar.putArchiveEntry(entry);
    tar.closeArchiveEntry();
  }

  private void unpack() throws IOException {
    tar.close();
    new Archive(folder).unpack(new ByteArrayInputStream(bytes.toByteArray()));
  }

  private void refused() {
    assertThatThrownBy(this::unpack).hasMessageContaining("Leads out of the archive");
    assertThat(outside.resolve("evil")).doesNotExist();
  }
}
