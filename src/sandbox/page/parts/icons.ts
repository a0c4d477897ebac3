const PATHS = {
  hash: 'M7.5 3 6 17M14 3l-1.5 14M3 7.5h14.5M2.5 12.5H17',
  send: 'M3 3.5 17.5 10 3 16.5 5 10zM5 10h6',
  plus: 'M10 4v12M4 10h12',
  at: 'M13 10a3 3 0 1 1-6 0 3 3 0 0 1 6 0zm0 0v1.2a2 2 0 0 0 4 0V10a7 7 0 1 0-3 5.7',
  slash: 'M12.5 4 7.5 16',
  close: 'M5 5l10 10M15 5 5 15',
  more: 'M10 4.5v.01M10 10v.01M10 15.5v.01',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  down: 'M5 8l5 5 5-5',
  back: 'M16 10H4m5-5-5 5 5 5',
  clock: 'M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0zM10 6v4l2.5 2',
  home: 'M3.5 9.5 10 4l6.5 5.5V16h-4.5v-4H8v4H3.5z',
  eye: 'M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5zm10.200 0a2.200 2.200 0 1 1-4.400 0 2.200 2.200 0 0 1 4.400 0z',
  log: 'M4 5h12M4 10h12M4 15h7',
  person: 'M13 7a3 3 0 1 1-6 0 3 3 0 0 1 6 0zM4 17c0-3.300 2.700-5 6-5s6 1.700 6 5',
  warning: 'M10 3 18 17H2zM10 8v4M10 14.500v.01',
  play: 'M7 5l8 5-8 5z',
  file: 'M5 3h7l3 3v11H5zM12 3v3h3',
  check: 'M4 10.500 8 14.500 16 6',
} as const;

export type IconName = keyof typeof PATHS;

const SVG = 'http://www.w3.org/2000/svg';

/** A line drawing 20 × 20 in the colour of the text around it; hidden from screen readers, so name its button. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}
