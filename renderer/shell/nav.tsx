/** The pages of a budget, with the number of findings to mend. */
import { useFindings } from '../checks/use-findings.ts';
import { PAGES } from '../state/pages.ts';
import { usePlace } from '../state/window-state.ts';

export function Nav() {
  const place = usePlace();
  const asked = useFindings();
  const findings = asked.kind === 'ready' ? asked.value : [];
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  const warnings = findings.filter((finding) => finding.severity === 'warning').length;
  return (
    <nav className="nav" aria-label="页面">
      {PAGES.map((page) => (
        <button
          key={page.id}
          type="button"
          className={page.id === place.page ? 'nav-item is-current' : 'nav-item'}
          aria-current={page.id === place.page ? 'page' : undefined}
          title={`${page.label}（Alt+${page.key}）`}
          onClick={() => place.show(page.id)}
        >
          <span>{page.label}</span>
          {page.id === 'checks' && errors > 0 ? (
            <span className="badge is-error" title={`${errors} 个错误`}>
              {errors}
            </span>
          ) : null}
          {page.id === 'checks' && warnings > 0 ? (
            <span className="badge is-warning" title={`${warnings} 个警告`}>
              {warnings}
            </span>
          ) : null}
        </button>
      ))}
    </nav>
  );
}
