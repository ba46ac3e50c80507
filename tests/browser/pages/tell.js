// What the address of the page asks, and how the page tells the harness what happens.
export const asked = new URLSearchParams(location.search);
export const tell = (what, body) =>
  fetch(`${what}?life=${asked.get('life')}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
