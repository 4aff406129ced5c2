/**
 * One small book per released version, built by the steps up to that version and filled by plain SQL as the program of
 * that time would have left it. A new migration adds an entry; old entries never change.
 */
import type { Database } from 'better-sqlite3';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';

interface Released {
  readonly version: number;
  /** Fills an empty database. */
  readonly build: (db: Database) => void;
  /** The lines of budget 1 as the newest program reads them. */
  readonly lines: readonly unknown[];
  /** Its projects. */
  readonly projects: readonly unknown[];
  /** Its procurement. */
  readonly procurement: readonly unknown[];
}

const line = {
  id: 5,
  revision: 2,
  parentId: 1,
  position: 1024,
  side: 'expenditure',
  origin: 'current',
  fund: 'generalPublic',
  functional: '2120501',
  revenue: null,
  nature: 'project',
  deptEconomic: '30227',
  govEconomic: null,
  use: null,
  projectId: 3,
  amount: 500000000,
  note: '外包',
};

const project = {
  id: 3,
  revision: 2,
  parentId: 1,
  position: 1024,
  code: null,
  name: '清扫',
  category: 'operations',
  startsOn: null,
  endsOn: null,
  continues: true,
  confidential: false,
  note: null,
  lineage: null,
};

const item = {
  id: 7,
  revision: 1,
  parentId: 1,
  position: 1024,
  projectId: 3,
  lineId: null,
  catalogueCode: null,
  name: '监理',
  category: 'services',
  quantity: null,
  measure: null,
  unitPrice: null,
  amount: 900,
  imported: false,
  smeReserved: null,
  microReserved: null,
  method: null,
  period: null,
  note: null,
};

/** A book of a version that has every table of version 5: what came later is beside them. */
const sinceWaivers = (version: number): Released => ({
  version,
  build: (db) => {
    migrate(db, MIGRATIONS.slice(0, version));
    db.exec(`
      INSERT INTO unit VALUES (1, 1, 1024, '044', '环卫中心', NULL, 'county', 'institution', NULL);
      INSERT INTO budget (id, revision, position, unit_id, year, stage, status)
        VALUES (1, 1, 1024, 1, 2027, 'first', 'draft');
      INSERT INTO project VALUES (3, 2, 1, 1024, NULL, '清扫', 'operations', NULL, NULL, 1, 0, NULL, '沿用-1');
      INSERT INTO line VALUES (5, 2, 1, 1024, 'expenditure', 'current', 'generalPublic', '2120501', NULL, 'project',
        '30227', NULL, NULL, 3, 500000000, '外包');
      INSERT INTO procurement VALUES (7, 1, 1, 1024, 3, NULL, NULL, '监理', 'services', NULL, NULL, NULL, 900, 0, NULL,
        NULL, NULL, NULL, NULL, 1);
      INSERT INTO goal_sheet (id, revision, budget_id, position, project_id, form) VALUES (2, 1, 1, 1024, 3, '某市');
      INSERT INTO indicator (id, revision, goal_sheet_id, position, period, level1, level2, level3, value)
        VALUES (9, 1, 2, 1024, 'annual', '产出指标', '数量指标', '面积', '7');
      INSERT INTO waiver VALUES (4, 1, 1, 1024, 'line-amount-zero', 'line:5.amount', '金额为零', '等待分配', '张三', '2026-11-25');`);
  },
  lines: [line],
  projects: [{ ...project, lineage: '沿用-1' }],
  procurement: [{ ...item, worksRelated: true }],
});

export const released: readonly Released[] = [
  {
    version: 1,
    build: (db) => {
      migrate(db, MIGRATIONS.slice(0, 1));
      db.exec(`
        INSERT INTO unit VALUES (1, 1, 1024, '044', '环卫中心', NULL, 'county', 'institution', NULL);
        INSERT INTO budget (id, revision, position, unit_id, year, stage, status)
          VALUES (1, 1, 1024, 1, 2027, 'first', 'draft');
        INSERT INTO project (id, revision, budget_id, position, name, category, continues, confidential)
          VALUES (3, 2, 1, 1024, '清扫', 'operations', 1, 0);
        INSERT INTO line VALUES (5, 2, 1, 1024, 'expenditure', 'current', 'generalPublic', '2120501', NULL, 'project',
          '30227', NULL, NULL, 3, 500000000, '外包');
        INSERT INTO journal VALUES (1, '2026-11-23T01:02:03.000Z', '张三', '录入', 0,
          '[{"entity":"line","kind":"update","rows":[[5,{"amount":[1,500000000]}]]}]');`);
    },
    lines: [line],
    projects: [project],
    procurement: [],
  },
  {
    version: 2,
    build: (db) => {
      migrate(db, MIGRATIONS.slice(0, 2));
      db.exec(`
        INSERT INTO unit VALUES (1, 1, 1024, '044', '环卫中心', NULL, 'county', 'institution', NULL);
        INSERT INTO budget (id, revision, position, unit_id, year, stage, status)
          VALUES (1, 1, 1024, 1, 2027, 'first', 'draft');
        INSERT INTO project VALUES (3, 2, 1, 1024, NULL, '清扫', 'operations', NULL, NULL, 1, 0, NULL, '沿用-1');
        INSERT INTO line VALUES (5, 2, 1, 1024, 'expenditure', 'current', 'generalPublic', '2120501', NULL, 'project',
          '30227', NULL, NULL, 3, 500000000, '外包');
        INSERT INTO procurement VALUES (7, 1, 1, 1024, 3, NULL, NULL, '监理', 'services', NULL, NULL, NULL, 900, 0, NULL,
          NULL, NULL, NULL, NULL);`);
    },
    lines: [line],
    projects: [{ ...project, lineage: '沿用-1' }],
    procurement: [{ ...item, worksRelated: null }],
  },
  {
    version: 3,
    build: (db) => {
      migrate(db, MIGRATIONS.slice(0, 3));
      db.exec(`
        INSERT INTO unit VALUES (1, 1, 1024, '044', '环卫中心', NULL, 'county', 'institution', NULL);
        INSERT INTO budget (id, revision, position, unit_id, year, stage, status)
          VALUES (1, 1, 1024, 1, 2027, 'first', 'draft');
        INSERT INTO project VALUES (3, 2, 1, 1024, NULL, '清扫', 'operations', NULL, NULL, 1, 0, NULL, '沿用-1');
        INSERT INTO line VALUES (5, 2, 1, 1024, 'expenditure', 'current', 'generalPublic', '2120501', NULL, 'project',
          '30227', NULL, NULL, 3, 500000000, '外包');
        INSERT INTO procurement VALUES (7, 1, 1, 1024, 3, NULL, NULL, '监理', 'services', NULL, NULL, NULL, 900, 0, NULL,
          NULL, NULL, NULL, NULL, 1);`);
    },
    lines: [line],
    projects: [{ ...project, lineage: '沿用-1' }],
    procurement: [{ ...item, worksRelated: true }],
  },
  {
    version: 4,
    build: (db) => {
      migrate(db, MIGRATIONS.slice(0, 4));
      db.exec(`
        INSERT INTO unit VALUES (1, 1, 1024, '044', '环卫中心', NULL, 'county', 'institution', NULL);
        INSERT INTO budget (id, revision, position, unit_id, year, stage, status)
          VALUES (1, 1, 1024, 1, 2027, 'first', 'draft');
        INSERT INTO project VALUES (3, 2, 1, 1024, NULL, '清扫', 'operations', NULL, NULL, 1, 0, NULL, '沿用-1');
        INSERT INTO line VALUES (5, 2, 1, 1024, 'expenditure', 'current', 'generalPublic', '2120501', NULL, 'project',
          '30227', NULL, NULL, 3, 500000000, '外包');
        INSERT INTO procurement VALUES (7, 1, 1, 1024, 3, NULL, NULL, '监理', 'services', NULL, NULL, NULL, 900, 0, NULL,
          NULL, NULL, NULL, NULL, 1);
        INSERT INTO goal_sheet (id, revision, budget_id, position, project_id, form) VALUES (2, 1, 1, 1024, 3, '某市');
        INSERT INTO indicator (id, revision, goal_sheet_id, position, period, level1, level2, level3, value)
          VALUES (9, 1, 2, 1024, 'annual', '产出指标', '数量指标', '面积', '7');`);
    },
    lines: [line],
    projects: [{ ...project, lineage: '沿用-1' }],
    procurement: [{ ...item, worksRelated: true }],
  },
  sinceWaivers(5),
  sinceWaivers(6),
  sinceWaivers(7),
];
