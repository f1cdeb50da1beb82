// Says that a page is being read, which takes some seconds, and keeps the form from being sent twice.

const forms = document.querySelectorAll("form[data-reads]");

function wait(form, waits) {
  form.querySelector("button").disabled = waits;
  form.querySelector("[role=status]").textContent = waits ? form.dataset.reads : "";
}

for (const form of forms) {
  // after the form was sent: a button that is disabled before would keep it from going
  form.addEventListener("submit", () => setTimeout(() => wait(form, true)));
}
// the browser may bring the page back as it was left
addEventListener("pageshow", () => forms.forEach((form) => wait(form, false)));
