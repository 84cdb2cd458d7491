/**
 * Pictures for paper, and the sheet of choices. Browsers print what has come by then, so that the pictures come with the
 * page where one prints, and for others when they open the sheet. The style sheet reads what is chosen there.
 */
export function print(): void {
  const { connection } = navigator as { connection?: { saveData: boolean } };
  if (matchMedia('(hover: hover)').matches && !connection?.saveData) load();
  const sheet = document.querySelector<HTMLDialogElement>('dialog#print');
  sheet?.addEventListener('close', () => {
    if (sheet.returnValue === 'print') void printAll();
    sheet.returnValue = '';
  });
}

function load(): HTMLImageElement[] {
  const images = [...document.querySelectorAll<HTMLImageElement>('img[hidden]')];
  for (const image of images) {
    image.onload = () => image.parentElement?.setAttribute('data-paper', '');
    Object.assign(image, { fetchPriority: 'low', loading: 'eager' });
  }
  return images;
}

async function printAll(): Promise<void> {
  await Promise.allSettled(load().map((image) => image.decode()));
  window.print();
}
