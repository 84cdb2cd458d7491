/**
 * Takes the policy's element away. The policy stays in force for the page, but is not in what a reader saves as one file,
 * where the paper's own pictures would be foreign to it.
 */
export function policy(): void {
  document.querySelector('[http-equiv]')?.remove();
}
