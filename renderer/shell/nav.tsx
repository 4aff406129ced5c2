/** The pages of a budget, each with the number of findings that are mended there; all of them at 审核. */
import { memo } from 'react';
import type { Counts } from '../checks/counts.ts';
import { useFindingCounts } from '../checks/use-findings.ts';
import { focusGrid } from '../commands/switch-region.ts';
import { PAGES } from '../state/pages.ts';
import { usePlace } from '../state/window-state.ts';

export const Nav = memo(function Nav() {
  const place = usePlace();
  const { open, pages } = useFindingCounts();
  return (
    <nav className="nav" aria-label="页面">
      {PAGES.map((page) => (
        <button
          key={page.id}
          type="button"
          className={page.id === place.page ? 'nav-item is-current' : 'nav-item'}
          aria-current={page.id === place.page ? 'page' : undefined}
          title={`${page.label}（Alt+${page.key}）`}
          onClick={() => {
            place.show(page.id);
            // The grid of another page takes the focus as it appears.
            if (page.id === place.page) focusGrid();
          }}
        >
          <span>{page.label}</span>
          <Badge counts={page.id === 'checks' ? open : pages.get(page.id)} />
        </button>
      ))}
    </nav>
  );
});

/** The errors, or where there are none the warnings: one number is read at a glance, the others when pointed at. */
function Badge({ counts }: { readonly counts: Counts | undefined }) {
  if (counts === undefined || counts.error + counts.warning === 0) return null;
  const severity = counts.error > 0 ? 'error' : 'warning';
  return (
    <span className={`badge is-${severity}`} title={toldOf(counts)}>
      {shown(counts[severity])}
    </span>
  );
}

/** More need no more digits. */
const shown = (count: number): string => (count > 999 ? '999+' : String(count));

function toldOf({ error, warning }: Counts): string {
  return [error > 0 ? `${error} 个错误` : '', warning > 0 ? `${warning} 个警告` : '']
    .filter((part) => part !== '')
    .join('，');
}
