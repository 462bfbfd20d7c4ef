// What Django shows with DEBUG on, in its two ways: markup, a stack, settings and what was posted. Nothing in it is real.

const STACK = [
  ['/srv/shop/venv/lib/python3.12/site-packages/django/core/handlers/exception.py', 55, 'inner', 'response = get_response(request)'],
  ['/srv/shop/venv/lib/python3.12/site-packages/rest_framework/views.py', 512, 'dispatch', 'response = handler(request, *args, **kwargs)'],
  ['/srv/shop/orders/views.py', 42, 'get', "return Response(self.serializer(order).data['total'])"],
] as const;

export function debugText(path: string): string {
  const stack = STACK.map(([file, line, where, source]) => `  File "${file}", line ${line}, in ${where}\n    ${source}\n`).join('');
  return `KeyError at ${path}\n'total'\n\nRequest Method: GET\nDjango Version: 5.2\n\nTraceback (most recent call last):\n${stack}\nException Type: KeyError at ${path}\nException Value: 'total'\n`;
}

/** About 100 KB, as the real one: each frame with its local variables, then all settings. */
export function debugPage(path: string): string {
  const frames = STACK.map(
    ([file, line, where, source]) => `<li class="frame user"><code class="fname">${file}</code>, line ${line}, in ${where}
<div class="context"><ol start="${line}" class="context-line"><li><pre>${source}</pre></li></ol></div>
<table class="vars"><tbody><tr><td>request</td><td class="code"><pre>&lt;WSGIRequest: GET &#x27;${path}&#x27;&gt;</pre></td></tr></tbody></table></li>`,
  ).join('\n');
  const setting = (index: number): string =>
    `<tr><td>SETTING_${index}</td><td class="code"><pre>&#x27;django.contrib.value_${index}&#x27;</pre></td></tr>\n`;
  const settings = Array.from({ length: 1_150 }, (_, index) => setting(index)).join('');
  return `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>KeyError at ${path}</title><style>html * { padding:0; margin:0; }</style></head>
<body>
<header id="summary"><h1>KeyError <small>at ${path}</small></h1><pre class="exception_value">&#x27;total&#x27;</pre></header>
<main id="traceback"><h2>Traceback</h2><ul class="traceback">${frames}</ul></main>
<table class="req"><tbody><tr><td>SECRET_KEY</td><td class="code"><pre>&#x27;********************&#x27;</pre></td></tr>
${settings}</tbody></table>
</body>
</html>
`;
}
