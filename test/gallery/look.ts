/**
 * How a card looks in Teams, near enough to judge widths, lengths and dark mode: the official renderer with a host
 * config like the client's.
 */
export type Look = { name: string; width: number; dark: boolean };

export const looks: readonly Look[] = [360, 720].flatMap((width) => [
  { name: `${width}-light`, width, dark: false },
  { name: `${width}-dark`, width, dark: true },
]);

const COLOURS = {
  light: {
    text: '#242424',
    subtle: '#616161',
    back: '#ffffff',
    raised: '#f5f5f5',
    warning: '#fdf3e1',
    accent: '#e8ebfa',
    line: '#d1d1d1',
  },
  dark: {
    text: '#ffffff',
    subtle: '#adadad',
    back: '#292929',
    raised: '#333333',
    warning: '#4a3a1a',
    accent: '#2f2f4a',
    line: '#525252',
  },
};

function hostConfig(dark: boolean): object {
  const { text, subtle, back, raised, warning, accent } = COLOURS[dark ? 'dark' : 'light'];
  const colours = Object.fromEntries(
    ['default', 'dark', 'light', 'accent', 'good', 'warning', 'attention'].map((name) => [
      name,
      { default: name === 'attention' ? (dark ? '#e8a0a4' : '#b10e1c') : text, subtle },
    ]),
  );
  const style = (backgroundColor: string) => ({ backgroundColor, foregroundColors: colours });
  return {
    fontFamily: 'Segoe UI, DejaVu Sans, sans-serif',
    supportsInteractivity: true,
    spacing: { small: 6, default: 10, medium: 14, large: 20, extraLarge: 28, padding: 14 },
    fontSizes: { small: 12, default: 14, medium: 15, large: 18, extraLarge: 22 },
    containerStyles: { default: style(back), emphasis: style(raised), accent: style(accent), warning: style(warning) },
    actions: { actionsOrientation: 'horizontal', actionAlignment: 'left', buttonSpacing: 8, maxActions: 6 },
    inputs: { label: { requiredInputs: { size: 'Default' }, optionalInputs: { size: 'Default' } } },
  };
}

/** An empty page with `show(card)`. */
export function pageOf({ dark }: Look): string {
  const { text, back, line } = COLOURS[dark ? 'dark' : 'light'];
  return `<!doctype html><html lang="sv"><style>
body { margin: 0; background: ${back}; color: ${text}; font-family: 'Segoe UI', 'DejaVu Sans', sans-serif; }
main { padding: 4px; background: ${back}; }
input, select, textarea { box-sizing: border-box; width: 100%; padding: 6px 8px; border: 1px solid ${line}; border-radius: 4px; background: ${back}; color: ${text}; font: inherit; }
input[type=checkbox], input[type=radio] { width: auto; margin-right: 6px; }
button { padding: 6px 12px; border: 1px solid ${line}; border-radius: 4px; background: ${back}; color: ${text}; font: 600 14px 'Segoe UI', 'DejaVu Sans', sans-serif; white-space: normal !important; }
button.style-positive { background: #5b5fc7; border-color: #5b5fc7; color: #fff; }
</style><body><main></main><script>
function show(json) {
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = text.replace(/\\*\\*(.+?)\\*\\*/g, '<b>$1</b>');
    result.didProcess = true;
  };
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(${JSON.stringify(hostConfig(dark))});
  card.parse(json);
  document.querySelector('main').replaceChildren(card.render());
}
</script></body></html>`;
}
