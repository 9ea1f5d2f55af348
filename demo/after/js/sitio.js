// What the pages gain with scripts: messages beside the fields, a search that answers at once, printing.
// Everything works without them.
'use strict';

const MESSAGES = {
  es: { missing: 'Llene este campo.', invalid: 'Revise este dato: no tiene la forma pedida.' },
  en: { missing: 'Fill in this field.', invalid: 'Check this value: it does not have the expected form.' },
};
const messages = MESSAGES[document.documentElement.lang] ?? MESSAGES.es;

function clearError(field) {
  document.getElementById(`${field.id}-error`)?.remove();
  field.removeAttribute('aria-invalid');
  const described = (field.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id && id !== `${field.id}-error`);
  if (described.length > 0) field.setAttribute('aria-describedby', described.join(' '));
  else field.removeAttribute('aria-describedby');
}

function showError(field) {
  const error = document.createElement('p');
  error.id = `${field.id}-error`;
  error.className = 'error';
  error.textContent = field.validity.valueMissing ? messages.missing : messages.invalid;
  field.after(error);
  field.setAttribute('aria-invalid', 'true');
  field.setAttribute('aria-describedby', `${field.getAttribute('aria-describedby') ?? ''} ${error.id}`.trim());
}

for (const form of document.querySelectorAll('form[data-revisar]')) {
  form.noValidate = true;
  form.addEventListener('submit', (event) => {
    const fields = [...form.elements].filter((field) => field.willValidate && field.id);
    fields.forEach(clearError);
    const wrong = fields.filter((field) => !field.checkValidity());
    wrong.forEach(showError);
    if (wrong.length === 0) return;
    event.preventDefault();
    wrong[0].focus();
  });
}

for (const form of document.querySelectorAll('form[data-filtrar]')) {
  const items = [...document.getElementById(form.dataset.filtrar).children];
  const status = form.querySelector('[role="status"]');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const wanted = form.elements.q.value.trim().toLocaleLowerCase();
    for (const item of items) item.hidden = !item.textContent.toLocaleLowerCase().includes(wanted);
    const count = items.filter((item) => !item.hidden).length;
    status.textContent = status.dataset.cuenta.replace('{n}', String(count));
  });
}

for (const button of document.querySelectorAll('button[data-imprimir]')) {
  button.addEventListener('click', () => window.print());
}
