import { texts } from './texts.js';

export async function get(address) {
  const response = await fetch(address, { cache: 'no-store' });
  if (!response.ok) throw new Error(address);
  return response.json();
}

/** Sends, and answers with what came of it; shows the server's own sentence when it says no. */
export async function send(address, body = {}) {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = await response.json().catch(() => ({ message: texts.failed }));
  if (response.ok) return answer;
  showNotice(answer.message);
  return null;
}

/** Calls `refresh` now and after every change on the server; says so when the server is gone. */
export function follow(refresh) {
  let running = false;
  let again = false;
  const run = async () => {
    again = running;
    if (running) return;
    running = true;
    await refresh().catch(() => {});
    running = false;
    if (again) run();
  };
  const changes = new EventSource('/sandbox/changes');
  changes.onopen = () => {
    showNotice('');
    run();
  };
  changes.onmessage = run;
  changes.onerror = () => showNotice(texts.lost);
  setInterval(run, 30_000);
}

function showNotice(message) {
  const notice = document.getElementById('notice');
  notice.textContent = message;
  notice.hidden = message === '';
}
