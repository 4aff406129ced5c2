import { describe, expect, it } from 'vitest';
import { fundMisfit } from './fund-scope.ts';

describe('fundMisfit', () => {
  it('keeps class 223 for state capital and state capital for class 223', () => {
    expect(fundMisfit('functional', 'generalPublic', '2230101')).toMatchObject({ certain: true });
    expect(fundMisfit('functional', 'stateCapital', '2230101')).toBeNull();
    expect(fundMisfit('functional', 'stateCapital', '2120501')).toMatchObject({ certain: true });
    expect(fundMisfit('functional', 'stateCapital', '2080451')).toBeNull();
  });

  it('keeps fund sections for government funds', () => {
    expect(fundMisfit('functional', 'governmentFund', '2290402')).toBeNull();
    expect(fundMisfit('functional', 'governmentFund', '2120803')).toBeNull();
    expect(fundMisfit('functional', 'generalPublic', '2120803')).toMatchObject({ certain: true });
    expect(fundMisfit('functional', 'generalPublic', '2136601')).toMatchObject({ certain: false });
    expect(fundMisfit('functional', 'governmentFund', '2010101')).toMatchObject({ certain: true });
    expect(fundMisfit('functional', 'governmentFund', '2120501')).toMatchObject({ certain: false });
  });

  it('lets ultra-long bonds stand in any of their sections', () => {
    expect(fundMisfit('functional', 'governmentFund', '2059801')).toBeNull();
  });

  it('says nothing about ordinary codes', () => {
    for (const fund of ['generalPublic', 'fiscalAccount', 'ownFunds'] as const) {
      expect(fundMisfit('functional', fund, '2120501')).toBeNull();
      expect(fundMisfit('functional', fund, '2170399')).toBeNull();
    }
  });

  it('finds revenue codes of another fund unusual', () => {
    expect(fundMisfit('revenue', 'governmentFund', '1030148')).toBeNull();
    expect(fundMisfit('revenue', 'governmentFund', '1030601')).toMatchObject({ certain: false });
    expect(fundMisfit('revenue', 'stateCapital', '1030601')).toBeNull();
    expect(fundMisfit('revenue', 'stateCapital', '1030148')).toMatchObject({ certain: false });
    expect(fundMisfit('revenue', 'ownFunds', '1030148')).toBeNull();
  });
});
