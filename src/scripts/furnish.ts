/**
 * Puts in what the page keeps in attributes, since text browsers show all that is hidden: HTML that scripts alone use
 * (`data-html`), and words (`data-words`) of paper and of buttons. A button that is an item (`data-item`)
 * goes into the list that follows it, or else stands before it.
 */
export function furnish(): void {
  const withAttribute = (name: string) => document.querySelectorAll<HTMLElement>(`[data-${name}]`);
  for (const place of withAttribute('html')) place.innerHTML = place.dataset.html ?? '';
  for (const place of withAttribute('words')) {
    if (place.matches('.word')) putButton(place);
    else place.textContent = place.dataset.words ?? '';
  }
}

function putButton(place: HTMLElement): void {
  const button = document.createElement('button');
  for (const { name, value } of place.attributes) button.setAttribute(name, value);
  const { words = '', name, item } = place.dataset;
  button.type = 'button';
  button.hidden = true;
  button.textContent = words;
  if (name) button.ariaLabel = name;
  if (item === undefined) {
    place.replaceWith(button);
    return;
  }
  const line = document.createElement('li');
  line.append(button);
  if (place.nextElementSibling?.matches('ul')) place.nextElementSibling.prepend(line);
  else place.previousElementSibling?.append(line);
  place.remove();
}
