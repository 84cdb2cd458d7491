import tokens from './tokens.css?raw';

/** The paper of the page, for what stands outside of style sheets: in light, and in dark. */
export const paper = colour('paper');

// What a paper says of its own look stands before the engine's tokens, and readers' choices behind both.
function colour(token: string): { light: string; dark: string } {
  const [, both, light = both, dark = both] =
    new RegExp(`[\\s{;]--${token}:\\s*(?:(#\\w+)|light-dark\\((#\\w+), *(#\\w+)\\))`).exec(tokens) ?? [];
  if (light === undefined || dark === undefined) throw new Error(`Write --${token} in hexadecimal digits.`);
  return { light, dark };
}
