{
  const { dataset, style } = document.documentElement;
  dataset.script = '';
  try {
    const given = JSON.parse(localStorage.getItem('display'));
    Object.assign(dataset, given);
    for (const name in given) style.setProperty('--given-' + name, given[name]);
  } catch {}
  if (navigator.connection?.rtt > 99 && !navigator.serviceWorker?.controller) {
    const faces = document.querySelector('.faces');
    faces.media = 'not all';
    addEventListener('load', () => (faces.media = 'all'));
  } else for (const link of document.querySelectorAll('link[as=font]')) link.media = 'all';
}
