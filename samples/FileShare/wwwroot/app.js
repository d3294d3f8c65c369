// The page speaks to the same API as curl. It never sees the token: the browser keeps it in a cookie that scripts cannot read.

const $ = selector => document.querySelector(selector);

// Requests -----------------------------------------------------------------------------------------------------------------

class Problem extends Error {
  constructor(text, status) {
    super(text);
    this.status = status;
  }
}

async function api(method, path, body) {
  let response;
  try {
    response = await fetch(path, {
      method,
      headers: body ? { 'Content-Type': 'application/json' } : {},
      body: body ? JSON.stringify(body) : undefined,
    });
  } catch {
    throw new Problem('The service cannot be reached. Check your connection and try again.');
  }

  if (response.status === 401 && path !== '/api/login') show(null);
  if (!response.ok) throw new Problem(kindly(await response.json().catch(() => ({})), response.status), response.status);
  return response.status === 204 ? null : response.json();
}

// What a person can do about it, out of what the service says (RFC 9457).
function kindly(problem, status) {
  const first = Object.keys(problem.errors ?? {})[0];
  const fields = {
    Email: 'This does not look like an e-mail address.',
    Password: 'A password has 8 to 200 characters.',
    Name: 'Please say what to call you.',
  };
  return fields[first] ?? problem.title ?? `Something went wrong (${status}). Please try again.`;
}

// Signing in ---------------------------------------------------------------------------------------------------------------

const account = $('#account');
let mode = 'login';

function choose(next) {
  mode = next;
  const registering = mode === 'register';
  for (const tab of account.querySelectorAll('[role=tab]')) tab.setAttribute('aria-selected', tab.dataset.mode === mode);
  for (const part of account.querySelectorAll('[data-only]')) part.hidden = !registering;
  account.elements.password.autocomplete = registering ? 'new-password' : 'current-password';
  account.querySelector('[type=submit]').textContent = registering ? 'Create account' : 'Sign in';
  complain(account, '');
}

function complain(form, text) {
  const place = form.querySelector('.problem');
  place.textContent = text;
  place.hidden = !text;
}

account.addEventListener('click', event => {
  if (event.target.dataset.mode) choose(event.target.dataset.mode);
});

account.addEventListener('submit', async event => {
  event.preventDefault();
  const button = account.querySelector('[type=submit]');
  const { email, password, name } = account.elements;
  button.disabled = true;
  try {
    const sent = { email: email.value, password: password.value };
    await api('POST', `/api/${mode}`, mode === 'register' ? { ...sent, name: name.value } : sent);
    account.reset();
    complain(account, '');
    await start();
  } catch (problem) {
    complain(account, problem.message);
  } finally {
    button.disabled = false;
  }
});

$('#sign-out').addEventListener('click', async () => {
  await api('POST', '/api/logout').catch(() => {});
  show(null);
});

// Uploading ----------------------------------------------------------------------------------------------------------------

const drop = $('#drop');
const pick = $('#pick');

pick.addEventListener('change', () => {
  for (const file of pick.files) upload(file);
  pick.value = '';
});

drop.addEventListener('keydown', event => {
  if (event.key === 'Enter' || event.key === ' ') pick.click();
});

for (const kind of ['dragover', 'dragleave', 'drop']) {
  // On the whole window: a file that misses the target must not replace the page.
  window.addEventListener(kind, event => {
    event.preventDefault();
    drop.classList.toggle('over', kind === 'dragover');
    if (kind === 'drop' && !$('#files').hidden) for (const file of event.dataTransfer.files) upload(file);
  });
}

// fetch() cannot tell how far an upload is; XMLHttpRequest can.
function upload(file) {
  const row = $('#upload-row').content.firstElementChild.cloneNode(true);
  const facts = row.querySelector('.facts');
  const request = new XMLHttpRequest();
  row.querySelector('.name').textContent = file.name;
  facts.textContent = bytes(file.size);
  row.querySelector('button').addEventListener('click', () => { request.abort(); row.remove(); });
  $('#uploads').append(row);

  const fail = text => {
    row.classList.add('failed');
    facts.textContent = text;
    row.querySelector('button').textContent = 'Dismiss';
  };

  request.upload.onprogress = event => {
    row.querySelector('progress').value = event.loaded / (event.total || 1);
    facts.textContent = `${bytes(event.loaded)} of ${bytes(event.total)}`;
  };
  request.onload = () => {
    if (request.status === 201) {
      row.remove();
      refresh();
    } else {
      let problem = {};
      try { problem = JSON.parse(request.responseText); } catch { /* no JSON, no details */ }
      fail(kindly(problem, request.status));
    }
  };
  request.onerror = () => fail('The connection broke, or the file is too large. Nothing was stored.');

  request.open('POST', '/api/files');
  request.setRequestHeader('X-File-Name', encodeURIComponent(file.name));
  request.send(file);
}

// The list -----------------------------------------------------------------------------------------------------------------

function bytes(count) {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let unit = 0;
  for (; count >= 1000 && unit < units.length - 1; unit++) count /= 1000;
  return `${unit && count < 10 ? count.toFixed(1) : Math.round(count)} ${units[unit]}`;
}

async function refresh() {
  const files = await api('GET', '/api/files').catch(problem => { toast(problem.message); return null; });
  if (!files) return;

  const when = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
  $('#list').replaceChildren(...files.map(file => {
    const row = $('#file-row').content.firstElementChild.cloneNode(true);
    const dot = file.name.lastIndexOf('.');
    row.querySelector('.badge').textContent = dot > 0 ? file.name.slice(dot + 1, dot + 5) : '…';
    row.querySelector('.badge').dataset.kind = file.kind;
    row.querySelector('.name').textContent = file.name;
    row.querySelector('.name').title = file.name;
    row.querySelector('.facts').textContent = `${bytes(file.size)} · ${when.format(new Date(file.createdAt))}`;
    row.querySelector('[data-do=download]').href = `/api/files/${file.id}`;
    row.querySelector('[data-do=share]').addEventListener('click', () => share(file));
    row.querySelector('[data-do=delete]').addEventListener('click', () => remove(file));
    return row;
  }));
  $('#empty').hidden = files.length > 0;
  $('#total').textContent = files.length ? `${files.length} ${files.length === 1 ? 'file' : 'files'}, ${bytes(files.reduce((sum, file) => sum + file.size, 0))}` : '';
}

function remove(file) {
  const dialog = $('#confirm');
  dialog.querySelector('.file-name').textContent = file.name;
  dialog.returnValue = '';
  dialog.onclose = async () => {
    if (dialog.returnValue !== 'delete') return;
    await api('DELETE', `/api/files/${file.id}`).then(() => toast('Deleted.'), problem => toast(problem.message));
    refresh();
  };
  dialog.showModal();
}

// Links --------------------------------------------------------------------------------------------------------------------

function share(file) {
  const dialog = $('#share');
  const form = dialog.querySelector('form');
  const [result, hint, create, copy] = ['.result', '.result-hint', '[data-do=create]', '[data-do=copy]'].map(part => form.querySelector(part));
  const address = result.querySelector('input');
  form.querySelector('.file-name').textContent = file.name;
  result.hidden = hint.hidden = true;
  create.hidden = false;
  complain(form, '');

  create.onclick = async () => {
    const number = name => Number(form.elements[name].value) || null;
    try {
      const link = await api('POST', `/api/files/${file.id}/links`, { expiresInMinutes: number('expires'), maxDownloads: number('downloads') });
      address.value = link.url;
      result.hidden = hint.hidden = false;
      create.hidden = true;
      address.select();
    } catch (problem) {
      complain(form, problem.message);
    }
  };
  copy.textContent = 'Copy';
  copy.onclick = async () => {
    address.select();
    // Only pages from https or from this machine may use the clipboard; otherwise the selection is there to be copied by hand.
    const copied = await navigator.clipboard?.writeText(address.value).then(() => true, () => false);
    copy.textContent = copied ? 'Copied ✓' : 'Press Ctrl+C';
  };
  dialog.showModal();
}

// Around it ----------------------------------------------------------------------------------------------------------------

let toastTimer;

function toast(text) {
  $('#toast').textContent = text;
  $('#toast').classList.add('shown');
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => $('#toast').classList.remove('shown'), 3500);
}

function show(user) {
  $('#welcome').hidden = Boolean(user);
  $('#files').hidden = $('#session').hidden = !user;
  $('#user').textContent = user?.name ?? '';
  if (!user) for (const dialog of document.querySelectorAll('dialog[open]')) dialog.close();
}

async function start() {
  try {
    show(await api('GET', '/api/me'));
    await refresh();
  } catch (problem) {
    show(null);
    if (problem.status !== 401) toast(problem.message);
  }
}

start();
