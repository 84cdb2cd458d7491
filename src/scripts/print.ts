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

/** Puts pictures that are fetched at once in the place of lazy ones: the page is not complete without them. */
function load(): HTMLImageElement[] {
  return [...document.querySelectorAll<HTMLImageElement>('img[hidden]')].map((lazy) => {
    const image = lazy.cloneNode() as HTMLImageElement;
    image.onload = () => image.parentElement?.setAttribute('data-paper', '');
    Object.assign(image, { fetchPriority: 'low', loading: 'eager' });
    lazy.replaceWith(image);
    return image;
  });
}

async function printAll(): Promise<void> {
  await Promise.allSettled(load().map((image) => image.decode()));
  window.print();
}
