// Draws the charts of a page from the options that stand beside them, and opens what a link points into.
const drawn = [...document.querySelectorAll('[data-chart]')].map(place => {
  const chart = echarts.init(place, null, {renderer: 'svg'});
  chart.setOption(JSON.parse(document.getElementById('option-' + place.dataset.chart).textContent));
  return {chart, place};
});
document.documentElement.dataset.drawn = String(drawn.length);

addEventListener('resize', () => drawn.forEach(it => it.chart.resize()));
const widthOfPaper = 640;
addEventListener('beforeprint', () => {
  document.querySelectorAll('.defence').forEach(it => { it.open = true; });
  drawn.forEach(it => it.chart.resize({width: Math.min(it.place.clientWidth, widthOfPaper)}));
});
addEventListener('afterprint', () => drawn.forEach(it => it.chart.resize({width: 'auto'})));

const openTarget = () => {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let it = target; it; it = it.parentElement) {
    if (it.tagName === 'DETAILS') { it.open = true; }
  }
  if (target) { target.scrollIntoView(); }
};
addEventListener('hashchange', openTarget);
openTarget();
