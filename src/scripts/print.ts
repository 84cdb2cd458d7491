/** Prints when the sheet of choices is closed for it; the style sheet reads what is chosen there. */
export function print(): void {
  const sheet = document.querySelector<HTMLDialogElement>('dialog#print');
  sheet?.addEventListener('close', () => {
    if (sheet.returnValue === 'print') window.print();
    sheet.returnValue = '';
  });
}
