location.replace(document.links[0].href + location.hash);
