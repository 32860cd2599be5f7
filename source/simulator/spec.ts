import type { Quota, User, Workspace } from './tenancy.ts';

/** A role of a job: `PodCount` pods of one size. */
export type Role = {
	/** As `JobSpecs[].Type` spells it; pods have it in lower case. */
	readonly Type: string;
	readonly PodCount: number;
	readonly Image: string;
	/** Of one pod. */
	readonly GPU: number;
	readonly CPU: number;
	readonly memoryGi: number;
};

/** What was asked for when the job was submitted; it never changes. */
export type Spec = {
	readonly JobId: string;
	readonly DisplayName: string;
	readonly Description: string;
	readonly JobType: string;
	readonly user: User;
	readonly workspace: Workspace;
	/** Undefined for public resources, paid as one goes. */
	readonly quota: Quota | undefined;
	readonly PaymentType: 'PrePaid' | 'Spot' | 'PostPaid';
	readonly roles: readonly Role[];
	readonly UserCommand: string;
	readonly Envs: Readonly<Record<string, string>>;
	readonly Tags: Readonly<Record<string, string>>;
	/** 1 to 9; 0 on public resources. */
	readonly Priority: number;
	readonly Accessibility: 'PUBLIC' | 'PRIVATE';
	readonly Caller: string;
	readonly PipelineId: string;
	readonly BusinessUserId: string;
	readonly TemplateId: string;
	readonly OversoldType: 'ForbiddenQuotaOverSold' | 'ForceQuotaOverSold' | 'AcceptQuotaOverSold';
	readonly UseOversoldResource: boolean;
	/** Undefined: no limit. */
	readonly JobMaxRunningTimeMinutes: number | undefined;
	/** How long pods are kept after the end; 0: not at all. */
	readonly JobReservedMinutes: number;
	readonly EnableSanityCheck: boolean;
	readonly EnableAssignNode: boolean;
	/** Undefined: `RestartTimes` tells no limit. */
	readonly restartLimit: number | undefined;
};

const total = (spec: Spec, of: (role: Role) => number): number =>
	spec.roles.reduce((sum, role) => sum + role.PodCount * of(role), 0);

export const gpusOf = (spec: Spec): number => total(spec, role => role.GPU);
export const cpusOf = (spec: Spec): number => total(spec, role => role.CPU);
export const memoryGiOf = (spec: Spec): number => total(spec, role => role.memoryGi);
export const podsOf = (spec: Spec): number => total(spec, () => 1);
