/** Where the page is for good, by whatever address it was opened, and as no browser that translates rewrites it. */
export const permalink = document.querySelector<HTMLLinkElement>('[rel=canonical]')?.href ?? location.href;

/** The same from the root of the site: what is kept of the page on the device goes by this. */
export const path = new URL(permalink).pathname;
