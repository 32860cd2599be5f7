import { flag, list, map, number, object, text } from '../model/schema.ts';

export const resourceConfig = object({ CPU: text, GPU: text, GPUType: text, Memory: text, SharedMemory: text });

export const autoScalingSpec = object({
	AutoscalingMetricSpec: object({
		MetricName: text,
		StabilizationWindowSeconds: number,
		TargetValue: number,
		Tolerance: text,
	}),
	MaxReplicas: number,
	MinReplicas: number,
	PodsToDelete: list(text),
	ScalingStrategy: text,
});

const securityContext = object({
	Capabilities: object({ Add: list(text), Drop: list(text) }),
	Privileged: flag,
	RunAsGroup: number,
	RunAsUser: number,
	SeccompProfile: object({ LocalhostProfile: text, Type: text }),
});

const container = object({
	Args: list(text),
	Command: list(text),
	Env: list(object({ Name: text, Value: text })),
	Image: text,
	Name: text,
	Resources: object({ Limits: map(text), Requests: map(text) }),
	SecurityContext: securityContext,
	WorkingDir: text,
});

const hyperNodes = list(object({ HyperNodeName: text, NodeNames: text }));
const hook = object({ Exec: object({ Command: list(text) }) });

/** A role of a job: how many pods of which image, on what, and how they start. */
export const jobSpecFields = {
	AssignNodeSpec: object({
		AntiAffinityHyperNodes: hyperNodes,
		AntiAffinityNodeNames: text,
		EnableAssignNode: flag,
		HyperNodes: hyperNodes,
		NodeNames: text,
	}),
	AutoScalingSpec: autoScalingSpec,
	ConsiderInSuccessPolicy: flag,
	Driver: text,
	EcsSpec: text,
	ElasticSpotSpecs: list(
		object({ InstanceType: text, SpotDiscountLimit: number, SpotPriceLimit: number, SpotStrategy: text }),
	),
	ExtraPodSpec: object({
		InitContainers: list(container),
		Lifecycle: object({ PostStart: hook, PreStop: hook }),
		MainContainerSecurityContext: securityContext,
		PodAnnotations: map(text),
		PodLabels: map(text),
		SharedVolumeMountPaths: list(text),
		SideCarContainers: list(container),
	}),
	HyperNodeSchedulingConfig: object({ MinAvailable: number, QualityPolicy: text }),
	Image: text,
	ImageConfig: object({ Auth: text, DockerRegistry: text, Password: text, Username: text }),
	// Both spellings are the service's.
	IsCheif: flag,
	IsChief: flag,
	LocalMountSpecs: list(object({ LocalPath: text, MountMode: text, MountPath: text })),
	OversoldType: text,
	PodCount: number,
	QuotaId: text,
	ResourceConfig: resourceConfig,
	RestartPolicy: text,
	ServiceSpec: object({ DefaultPort: number, ExtraPorts: list(number), ServiceMode: text }),
	SpotSpec: object({ SpotDiscountLimit: number, SpotPriceLimit: number, SpotStrategy: text }),
	StartupDependencies: list(object({ MinReplicas: text, OnPhase: text, Type: text })),
	SystemDisk: object({ Category: text, PerformanceLevel: text, Size: number }),
	Type: text,
	UseSpotInstance: flag,
};

export const jobSpec = object(jobSpecFields);
