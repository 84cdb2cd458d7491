/** For TypeScript by itself: `astro check` knows components and what they are given. */
declare module '*.astro' {
  const component: import('astro/runtime/server/index.js').AstroComponentFactory;
  export default component;
}
