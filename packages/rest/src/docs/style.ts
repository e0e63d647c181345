/** How the reference page looks. */
export const STYLE = `
:root { color-scheme: light dark; --line: #8884; --soft: #8881; }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 62rem; padding: 2rem 1rem; }
h1 { margin: 0; }
h2 { border-top: 1px solid var(--line); margin: 3rem 0 0.5rem; padding-top: 1.5rem; }
h3 { font-size: 1rem; margin: 1.5rem 0 0.25rem; }
code { font: 0.875em ui-monospace, monospace; overflow-wrap: anywhere; }
nav ul { columns: 2; list-style: none; padding: 0; }
.route { background: var(--soft); border-radius: 0.4rem; padding: 0.5rem 0.75rem; }
table { border-collapse: collapse; display: block; overflow-x: auto; width: 100%; }
th, td { border-bottom: 1px solid var(--line); padding: 0.3rem 0.6rem 0.3rem 0; text-align: left; vertical-align: top; }
th { font-weight: normal; }
dt { float: left; font-weight: bold; width: 3.5rem; }
dd { margin: 0 0 0.4rem 3.5rem; }
@media (max-width: 40rem) { nav ul { columns: 1; } }
`
