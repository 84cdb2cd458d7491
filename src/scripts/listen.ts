/** Brings the button for listening where the browser has a voice for the language of the text. */
export function listen(): void {
  const button = document.querySelector<HTMLElement>('[data-tool="listen"]');
  const text = document.querySelector<HTMLElement>('[data-text]');
  if (!button || !text || !('speechSynthesis' in window)) return;
  const { documentElement: root } = document;
  const look = () => {
    const primary = root.lang.split('-')[0];
    button.hidden = !speechSynthesis.getVoices().some((voice) => voice.lang.split(/[-_]/)[0] === primary);
  };
  look();
  // Voices come late, and on some systems from the network.
  speechSynthesis.addEventListener?.('voiceschanged', look);
  button.addEventListener('click', () => {
    // The language is that of a translation, where a browser shows one. Without the script the button does nothing.
    import('./reading-aloud.ts').then(
      (module) => module.readAloud(text, root.lang),
      () => undefined,
    );
  });
}
