package dev.muster.commands.oncall.command;

import dev.muster.commands.chat.Invocation;
import dev.muster.commands.oncall.OnCall;
import dev.muster.commands.oncall.Schedule;
import dev.muster.commands.oncall.Schedules;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Right;
import java.time.InstantSource;

/** What every question about on-call is answered from. */
record Desk(Schedules schedules, OnCall onCall, Directory directory, InstantSource clock) {

  static final Right VIEW = new Right("oncall", "view");

  AskedTime times(Invocation invocation) {
    return new AskedTime(clock.instant(), invocation.actor().zone());
  }

  DutyWords words(Invocation invocation, Schedule schedule) {
    return new DutyWords(directory, invocation.actor().zone(), schedule.zone(), clock.instant());
  }
}
