'use strict';
const form = document.getElementById('sign-in');
const routes = document.getElementById('routes');
const error = document.getElementById('error');

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  error.textContent = '';
  const { user, password } = Object.fromEntries(new FormData(form));
  const login = await fetch('/api/auth/login', {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ user, password }),
  });
  const answer = await login.json();
  if (!login.ok) { error.textContent = answer.detail; return; }
  const reply = await fetch('/openapi/v1.json', { headers: { Authorization: `Bearer ${answer.accessToken}` } });
  if (!reply.ok) { error.textContent = `The document could not be read (${reply.status}).`; return; }
  show(await reply.json());
  form.hidden = true;
});

function element(name, text, ...children) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  made.append(...children);
  return made;
}

function show(api) {
  document.getElementById('about').textContent = api.info.description ?? '';
  const groups = new Map();
  for (const [path, operations] of Object.entries(api.paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      const group = operation.tags?.[0] ?? 'Other';
      if (!groups.has(group)) groups.set(group, []);
      groups.get(group).push({ path, method, operation });
    }
  }
  for (const [group, entries] of [...groups].sort()) {
    routes.append(element('h2', group), ...entries.map((entry) => card(api, entry)));
  }
  for (const service of api['x-unavailable-services'] ?? []) routes.append(element('p', `${service} does not answer: its routes are missing here.`));
}

function card(api, { path, method, operation }) {
  const summary = element('summary', '', element('b', method.toUpperCase()), element('code', path), ` ${operation.summary ?? ''}`);
  const box = element('details', '', summary);
  const parameters = operation.parameters ?? [];
  if (parameters.length > 0) {
    const rows = parameters.map((one) => element('tr', '',
      element('td', '', element('code', one.name)), element('td', one.in), element('td', type(one.schema)), element('td', one.required ? 'required' : '')));
    box.append(element('table', '', ...rows));
  }
  const body = operation.requestBody?.content?.['application/json']?.schema;
  if (body) box.append(element('p', 'Body'), element('pre', example(api, body)));
  for (const [status, response] of Object.entries(operation.responses ?? {})) {
    const schema = response.content?.['application/json']?.schema;
    box.append(element('p', `${status} ${response.description ?? ''}`));
    if (schema) box.append(element('pre', example(api, schema)));
  }
  return box;
}

function type(schema) {
  if (!schema) return '';
  if (schema.$ref) return schema.$ref.split('.').pop();
  return [].concat(schema.type ?? []).filter((one) => one !== 'null').join(' or ') + (schema.format ? ` (${schema.format})` : '');
}

function example(api, schema) {
  return JSON.stringify(shape(api, schema, 0), null, 2);
}

function shape(api, schema, depth) {
  if (!schema || depth > 6) return '…';
  if (schema.$ref) return shape(api, api.components.schemas[schema.$ref.split('/').pop()], depth + 1);
  const choice = schema.oneOf ?? schema.anyOf ?? schema.allOf;
  if (choice) return shape(api, choice.find((one) => one.type !== 'null') ?? choice[0], depth + 1);
  if (schema.enum) return schema.enum.join(' | ');
  if (schema.items) return [shape(api, schema.items, depth + 1)];
  if (schema.properties) {
    return Object.fromEntries(Object.entries(schema.properties).map(([name, one]) => [name, shape(api, one, depth + 1)]));
  }
  return type(schema) || 'any';
}
