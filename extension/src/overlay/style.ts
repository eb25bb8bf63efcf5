/**
 * The one style sheet of what Bezint shows on a page: tokens, pill, list and
 * card. Own look, no house style of any organisation.
 */
export const stageStyle = `
:host {
  all: initial !important;
  position: fixed !important;
  inset: 0 !important;
  display: block !important;
  width: auto !important;
  height: auto !important;
  margin: 0 !important;
  padding: 0 !important;
  border: 0 !important;
  background: none !important;
  overflow: visible !important;
  pointer-events: none !important;
}
*, *::before { box-sizing: border-box; }
.light {
  --paper: #ffffff; --ink: #16232b; --soft: #52626c; --line: #d5dde2; --raised: #f1f5f7;
  --brand: #0b5f66; --focus: #0b5f66; --shadow: 0 1px 2px rgb(16 32 40 / 12%), 0 10px 32px rgb(16 32 40 / 20%);
  --hint: #0b7285; --warning: #9a4f00; --serious: #a5148c;
  --hint-wash: #e4f4f7; --warning-wash: #fdf0dd; --serious-wash: #fbe7f7;
  color-scheme: light;
}
.dark {
  --paper: #1d262c; --ink: #eef3f5; --soft: #a9b8c0; --line: #3a4850; --raised: #28343b;
  --brand: #7fd4d8; --focus: #9be4e8; --shadow: 0 0 0 1px rgb(255 255 255 / 6%), 0 12px 36px rgb(0 0 0 / 60%);
  --hint: #5fd0e0; --warning: #ffb454; --serious: #ff8ae2;
  --hint-wash: #16363d; --warning-wash: #3b2c14; --serious-wash: #3f1d38;
  color-scheme: dark;
}
.light, .dark { font: 400 14px/1.45 system-ui, "Segoe UI", Roboto, Ubuntu, "Noto Sans", sans-serif; color: var(--ink); text-align: left; }
[data-severity="hint"] { --tone: var(--hint); --wash: var(--hint-wash); }
[data-severity="warning"] { --tone: var(--warning); --wash: var(--warning-wash); }
[data-severity="serious"] { --tone: var(--serious); --wash: var(--serious-wash); }
button { font: inherit; color: inherit; cursor: pointer; }
button:focus-visible, [tabindex]:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
.spoken { position: fixed; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.mark { flex: none; width: 18px; height: 18px; display: block; color: var(--tone, var(--soft)); }
.mark path, .mark circle, .mark rect { fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
.mark .dot { fill: currentColor; stroke: none; }

.pill {
  position: fixed; display: inline-flex; align-items: center; gap: 5px; pointer-events: auto;
  min-width: 24px; height: 24px; padding: 0 8px 0 5px; border-radius: 12px;
  border: 1px solid var(--line); background: var(--paper); box-shadow: 0 1px 4px rgb(0 0 0 / 18%);
  font-weight: 600; font-size: 13px; line-height: 1; user-select: none;
}
.pill[data-severity] { border-color: var(--tone); background: var(--wash); color: var(--tone); }
.pill .mark { width: 15px; height: 15px; }
.pill.quiet { width: 24px; padding: 0; justify-content: center; background: none; border-color: transparent; box-shadow: none; }
.pill.quiet::before { content: ""; width: 9px; height: 9px; border-radius: 50%; background: var(--brand); border: 1px solid var(--paper); opacity: .75; }
.pill.quiet.off::before { background: var(--paper); border: 2px solid var(--soft); }
.pill.quiet.paused::before { width: 9px; height: 10px; border-radius: 0; background: none; border: solid var(--soft); border-width: 0 3px; }
.pill.quiet .mark, .pill.quiet .count { display: none; }
.pill:hover { box-shadow: 0 2px 8px rgb(0 0 0 / 26%); }
.pill.quiet:hover { background: var(--paper); border-color: var(--line); }

.panel, .card {
  position: fixed; pointer-events: auto; width: min(372px, 100% - 16px); max-height: min(480px, 100% - 16px);
  overflow: auto; overscroll-behavior: contain; scrollbar-width: thin; scrollbar-color: var(--soft) transparent; border-radius: 12px; background: var(--paper);
  border: 1px solid var(--line); box-shadow: var(--shadow); user-select: none;
}
.card { border-top: 3px solid var(--tone); }
.panel > header { padding: 12px 14px 6px; }
.panel h2, .card h2 { margin: 0; font-size: 15px; line-height: 1.3; font-weight: 650; text-wrap: balance; }
.panel p { margin: 2px 0 0; color: var(--soft); font-size: 13px; }
.panel ul { list-style: none; margin: 4px 6px 8px; padding: 0; }
.entry {
  display: grid; grid-template-columns: 18px 1fr; gap: 1px 10px; width: 100%; padding: 8px; text-align: left;
  border: 0; border-radius: 8px; background: none;
}
.entry:hover { background: var(--raised); }
.entry .mark { grid-row: span 2; margin-top: 1px; }
.entry .phrase { font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.entry .about { color: var(--soft); font-size: 13px; }

.card > header { display: flex; gap: 10px; align-items: start; padding: 12px 10px 0 14px; }
.card > header > div { flex: 1; min-width: 0; }
.kind { display: flex; gap: 6px; align-items: center; margin-bottom: 3px; color: var(--tone); font-size: 12px; font-weight: 650; }
.kind .mark { width: 15px; height: 15px; }
.close { flex: none; width: 28px; height: 28px; border: 0; border-radius: 8px; background: none; color: var(--soft); padding: 5px; }
.close:hover { background: var(--raised); color: var(--ink); }
.close svg { display: block; width: 18px; height: 18px; }
.close path { stroke: currentColor; stroke-width: 1.8; stroke-linecap: round; }
.body { padding: 6px 14px 2px; }
.body p { margin: 0 0 10px; }
.better { padding: 8px 10px; border-radius: 8px; background: var(--wash); }
.better b { display: block; font-size: 12px; font-weight: 650; color: var(--tone); }
.norms { margin: 0 0 10px; padding: 0; list-style: none; font-size: 13px; }
.norms li { padding-left: 10px; border-left: 2px solid var(--line); }
.norms li + li { margin-top: 8px; }
.norms .statement { display: block; }
.body details { margin: -4px 0 8px; font-size: 13px; }
.body summary { width: fit-content; min-height: 24px; color: var(--soft); cursor: pointer; border-radius: 4px; }
.body summary:hover { color: var(--ink); }
.body summary:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
.body details .norms { margin: 6px 0 0; }
.norms .source, .contact { color: var(--soft); font-size: 12.5px; }
.card > footer { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; padding: 10px 14px 12px; border-top: 1px solid var(--line);
  position: sticky; bottom: 0; background: var(--paper); }
.act { min-height: 32px; padding: 4px 12px; border-radius: 8px; border: 1px solid var(--line); background: var(--raised); font-weight: 600; font-size: 13px; }
.act:hover { border-color: var(--soft); }
.act.plain { background: none; border-color: transparent; color: var(--soft); }
.act.plain:hover { color: var(--ink); border-color: var(--line); }
.steps { margin-left: auto; color: var(--soft); font-size: 12px; }

@media (prefers-reduced-motion: no-preference) {
  .card, .panel { animation: rise .12s ease-out; }
  @keyframes rise { from { opacity: 0; translate: 0 4px; } }
}
@media (prefers-contrast: more) {
  .light { --soft: #2c3a42; --line: #52626c; }
  .dark { --soft: #dfe7ea; --line: #a9b8c0; }
  .pill.quiet::before { opacity: 1; }
}
@media (forced-colors: active) {
  .pill.quiet::before { background: ButtonText; forced-color-adjust: none; }
  .card, .panel, .pill { border: 1px solid CanvasText; }
}
`;
