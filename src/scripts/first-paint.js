{
  const { dataset } = document.documentElement;
  dataset.script = '';
  try {
    Object.assign(dataset, JSON.parse(localStorage.getItem('display')));
  } catch {}
}
