/** A page, or another file, at an address of its own. What it shows is made when it is asked for: most pages are as they were. */
export interface Listed<View> {
  /** From the root of the site. */
  address: string;
  view: () => View;
}
