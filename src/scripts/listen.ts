/** Brings the button for listening where the browser has a voice for the language of the text. */
export function listen(): void {
  const button = document.querySelector<HTMLElement>('[data-tool="listen"]');
  const text = document.querySelector<HTMLElement>('[data-text]');
  if (!button || !text || !('speechSynthesis' in window)) return;
  const { lang } = document.documentElement;
  const primary = lang.split('-')[0];
  const look = () => {
    button.hidden = !speechSynthesis.getVoices().some((voice) => voice.lang.split(/[-_]/)[0] === primary);
  };
  look();
  // Voices come late, and on some systems from the network.
  speechSynthesis.addEventListener?.('voiceschanged', look);
  button.addEventListener('click', () => {
    void import('./reading-aloud.ts').then(({ readAloud }) => readAloud(text, lang));
  });
}
