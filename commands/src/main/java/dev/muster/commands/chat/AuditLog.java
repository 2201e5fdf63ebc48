package dev.muster.commands.chat;

/** Keeps who asked for what, and what came of it. Joins the running transaction. */
public interface AuditLog {

  void record(AuditEntry entry);
}
