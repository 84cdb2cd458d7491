/** A picture of the article, and what stands under it. */
export interface Enlargeable {
  image: HTMLImageElement;
  /** Where the keyboard is to return to. */
  button: HTMLButtonElement;
  figure: HTMLElement;
}

/** Words of the lightbox, from the `data-` of the article. */
export interface LightboxWords {
  /** What its pictures are. */
  name: string;
  close: string;
  next: string;
  previous: string;
  /** With {number} and {count} in it. */
  position: string;
}
