// The plain page: some rows, a key that changes one word. What the same Electron needs at least between a key and a picture.
const ROWS = 30;

export function barePage(): string {
  const rows = Array.from(
    { length: ROWS },
    (_, index) => `<tr aria-label="Row ${index}"><td>${index}</td><td class="status">Pending</td></tr>`,
  );
  const script = `let at = 0;
    addEventListener('keydown', () => {
      const status = document.querySelectorAll('.status')[at % ${ROWS}];
      status.dataset.look = 'held';
      status.textContent = 'Completed ' + at;
      at += 1;
    });`;
  return `<!doctype html><title>Plain</title><table>${rows.join('')}</table><script>${script}</script>`;
}
