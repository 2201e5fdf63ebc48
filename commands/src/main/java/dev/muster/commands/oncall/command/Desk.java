package dev.muster.commands.oncall.command;

import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.form.Choices.Choice;
import dev.muster.commands.chat.form.Input;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.chat.form.Parameter.Asked;
import dev.muster.commands.chat.form.Parameter.Check;
import dev.muster.commands.oncall.OnCall;
import dev.muster.commands.oncall.Schedule;
import dev.muster.commands.oncall.Schedules;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Right;
import java.time.InstantSource;

/** What every question about on-call is answered from. */
record Desk(Schedules schedules, OnCall onCall, Directory directory, InstantSource clock) {

  static final Right VIEW = new Right("oncall", "view");

  /** One of the schedules. */
  Parameter schedule() {
    var names =
        new Input.Pick(_ -> schedules.all().stream().map(one -> Choice.of(one.name())).toList());
    return Parameter.word("schedule", new Asked("Schedule", "primary", names, Check.NONE));
  }

  AskedTime times(Invocation invocation) {
    return new AskedTime(clock.instant(), invocation.actor().zone());
  }

  DutyWords words(Invocation invocation, Schedule schedule) {
    return new DutyWords(directory, invocation.actor().zone(), schedule.zone(), clock.instant());
  }
}
