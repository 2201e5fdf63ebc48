/** What people add to an incident: fields, people and updates. */
@NullMarked
package dev.muster.commands.incident.edit;

import org.jspecify.annotations.NullMarked;
