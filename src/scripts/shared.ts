/** An article with its ways to be passed on, and what it says as it is written: browsers that translate change a page. */
export interface Shared {
  article: HTMLElement;
  text: HTMLElement;
  ways: HTMLDetailsElement;
  permalink: string;
  title: string;
  words: string;
}
