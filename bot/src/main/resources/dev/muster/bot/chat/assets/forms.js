// Forms that ask for what a command misses: opened, closed, and what is told inside of them.
const formOf = (slot) => slot.querySelector?.("dialog[data-form]");

/** Where to go on: the first thing that is wrong, or the first that is empty. */
function start(dialog) {
  const fields = [...dialog.querySelectorAll(".field")].filter((field) => field.checkVisibility());
  const inputs = fields.map((field) => field.querySelector("input:checked, input:not([type=hidden]), select, textarea"));
  return dialog.querySelector("[aria-invalid=true]") ?? inputs.find((input) => isEmpty(input)) ?? inputs[0];
}

function isEmpty(input) {
  if (input.type !== "radio") return input.value === "";
  return !input.closest("fieldset").querySelector(":checked");
}

function open(dialog) {
  for (const more of dialog.querySelectorAll("details:has([aria-invalid=true])")) more.open = true;
  dialog.showModal();
  start(dialog)?.focus();
}

/** Whether the answer was said inside of the form, which then stays as it is. */
export function tell(form, nodes) {
  const notice = form?.closest("dialog[data-form]")?.querySelector("[data-notice]");
  if (!notice) return false;
  notice.replaceChildren(...[...nodes].flatMap((node) => (node.matches?.(".answer") ? [...node.children] : [])));
  notice.querySelectorAll(".answer-note, .buttons").forEach((part) => part.remove());
  notice.scrollIntoView({ block: "nearest" });
  return true;
}

document.addEventListener("htmx:afterSwap", (event) => {
  const dialog = formOf(event.detail.target);
  if (dialog && event.detail.target.matches(".answer-slot")) open(dialog);
});
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-form-open], [data-form-close]");
  if (button?.matches("[data-form-open]")) open(formOf(button.closest(".answer")));
  if (button?.matches("[data-form-close]")) button.closest("dialog").close();
});
