/**
 * Pictures for paper, and the sheet of choices. Browsers print lazy pictures only that have come by then, so that those of
 * paper come when the page is there and idle where one prints, and for others when they open the sheet. A figure whose
 * picture for paper has not come prints what is on the screen. The style sheet reads what is chosen in the sheet.
 */
export function print(): void {
  const { connection } = navigator as { connection?: { saveData: boolean } };
  const images = [...document.querySelectorAll<HTMLImageElement>('img[hidden]')];
  for (const image of images) {
    image.onload = () => image.parentElement?.setAttribute('data-paper', '');
  }
  const load = () => {
    for (const image of images) Object.assign(image, { fetchPriority: 'low', loading: 'eager' });
  };
  if (matchMedia('(hover: hover)').matches && !connection?.saveData) {
    addEventListener('load', () => {
      setTimeout(load);
    });
  }
  // In a PDF the words for a figure stand for all that is in it, captions too: a group has its picture described alone.
  const figures = document.querySelectorAll('figure');
  addEventListener('beforeprint', () => figures.forEach((figure) => (figure.role = 'group')));
  addEventListener('afterprint', () => figures.forEach((figure) => (figure.role = null)));
  const sheet = document.querySelector<HTMLDialogElement>('dialog#print');
  sheet?.addEventListener('close', () => {
    if (sheet.returnValue === 'print') {
      load();
      void Promise.allSettled(images.map((image) => image.decode())).then(() => {
        window.print();
      });
    }
    sheet.returnValue = '';
  });
}
