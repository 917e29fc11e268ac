//! What the names of checkov, Trivy, tfsec and zizmor mean to our rules about infrastructure, and how far their markers reach.
//!
//! A marker such as `checkov:skip=CKV_AWS_20` names a check of that tool. Here stands which of our rules look for the same
//! thing; a check that we have no rule for suppresses nothing. Sources: the documentation of each tool, which names every
//! check and what it looks for (checkov's policy index, Trivy's misconfiguration ids, zizmor's audits).

use std::ops::RangeInclusive;

use firedoor_core::{Rule, SourceFile};

/// How rules about infrastructure begin, whichever engine runs them.
const PREFIXES: &[&str] = &["terraform-", "kubernetes-", "dockerfile-", "compose-", "github-actions-"];

/// Longest block that is looked through, in lines.
const MAX_BLOCK: u32 = 5_000;

/// A check of another tool and our rules for the same thing. Trivy's ids without `AVD-`. Sorted.
const CHECKS: &[(&str, &[&str])] = &[
    ("AWS-0026", &["terraform-storage-not-encrypted", "terraform-storage-encryption-missing"]),
    ("AWS-0028", &["terraform-instance-metadata-v1"]),
    ("AWS-0031", &["terraform-mutable-image-tags"]),
    ("AWS-0040", &["terraform-eks-public-endpoint"]),
    ("AWS-0047", &["terraform-weak-tls-version"]),
    ("AWS-0054", &["terraform-plain-http-listener"]),
    ("AWS-0057", &["terraform-wildcard-iam-policy"]),
    ("AWS-0065", &["terraform-key-rotation-off", "terraform-key-rotation-missing"]),
    ("AWS-0080", &["terraform-storage-not-encrypted", "terraform-storage-encryption-missing"]),
    ("AWS-0082", &["terraform-public-database"]),
    ("AWS-0086", &["terraform-s3-public-access-allowed"]),
    ("AWS-0087", &["terraform-s3-public-access-allowed"]),
    ("AWS-0091", &["terraform-s3-public-access-allowed"]),
    ("AWS-0092", &["terraform-s3-public-acl"]),
    ("AWS-0093", &["terraform-s3-public-access-allowed"]),
    ("AWS-0107", &["terraform-open-security-group", "terraform-open-admin-port"]),
    ("AWS-0180", &["terraform-public-database"]),
    ("AZU-0007", &["terraform-azure-public-storage"]),
    ("AZU-0012", &["terraform-azure-network-default-allow"]),
    ("AZU-0039", &["terraform-azure-password-login"]),
    ("AZU-0047", &["terraform-azure-open-network"]),
    ("CKV2_AWS_6", &["terraform-s3-public-access-allowed"]),
    ("CKV_AWS_103", &["terraform-weak-tls-version"]),
    ("CKV_AWS_16", &["terraform-storage-not-encrypted", "terraform-storage-encryption-missing"]),
    ("CKV_AWS_17", &["terraform-public-database"]),
    ("CKV_AWS_2", &["terraform-plain-http-listener"]),
    ("CKV_AWS_20", &["terraform-s3-public-acl"]),
    ("CKV_AWS_24", &["terraform-open-admin-port", "terraform-open-security-group"]),
    ("CKV_AWS_25", &["terraform-open-admin-port", "terraform-open-security-group"]),
    ("CKV_AWS_258", &["terraform-public-function"]),
    ("CKV_AWS_260", &["terraform-open-security-group"]),
    ("CKV_AWS_274", &["terraform-administrator-policy-attached"]),
    ("CKV_AWS_277", &["terraform-open-security-group"]),
    ("CKV_AWS_3", &["terraform-storage-not-encrypted", "terraform-storage-encryption-missing"]),
    ("CKV_AWS_355", &["terraform-wildcard-iam-policy"]),
    ("CKV_AWS_356", &["terraform-wildcard-iam-policy"]),
    ("CKV_AWS_38", &["terraform-eks-public-endpoint"]),
    ("CKV_AWS_39", &["terraform-eks-public-endpoint"]),
    ("CKV_AWS_41", &["terraform-hardcoded-provider-credentials"]),
    ("CKV_AWS_42", &["terraform-storage-not-encrypted", "terraform-storage-encryption-missing"]),
    ("CKV_AWS_45", &["terraform-secret-in-function-environment"]),
    ("CKV_AWS_46", &["terraform-secret-in-user-data"]),
    ("CKV_AWS_51", &["terraform-mutable-image-tags"]),
    ("CKV_AWS_53", &["terraform-s3-public-access-allowed"]),
    ("CKV_AWS_54", &["terraform-s3-public-access-allowed"]),
    ("CKV_AWS_55", &["terraform-s3-public-access-allowed"]),
    ("CKV_AWS_56", &["terraform-s3-public-access-allowed"]),
    ("CKV_AWS_57", &["terraform-s3-public-acl"]),
    ("CKV_AWS_62", &["terraform-wildcard-iam-policy"]),
    ("CKV_AWS_63", &["terraform-wildcard-iam-policy"]),
    ("CKV_AWS_7", &["terraform-key-rotation-off", "terraform-key-rotation-missing"]),
    ("CKV_AWS_79", &["terraform-instance-metadata-v1"]),
    ("CKV_AZURE_1", &["terraform-azure-password-login"]),
    ("CKV_AZURE_10", &["terraform-azure-open-network"]),
    ("CKV_AZURE_34", &["terraform-azure-public-storage"]),
    ("CKV_AZURE_35", &["terraform-azure-network-default-allow"]),
    ("CKV_AZURE_9", &["terraform-azure-open-network"]),
    ("CKV_DOCKER_1", &["dockerfile-ssh-server"]),
    ("CKV_DOCKER_3", &["dockerfile-no-user"]),
    ("CKV_DOCKER_4", &["dockerfile-add-from-web"]),
    ("CKV_DOCKER_8", &["dockerfile-runs-as-root"]),
    ("CKV_GCP_11", &["terraform-gcp-database-open-to-all"]),
    ("CKV_GCP_2", &["terraform-gcp-open-firewall"]),
    ("CKV_GCP_28", &["terraform-gcp-public-access"]),
    ("CKV_GCP_3", &["terraform-gcp-open-firewall"]),
    ("CKV_K8S_16", &["kubernetes-privileged-container"]),
    ("CKV_K8S_17", &["kubernetes-host-namespace"]),
    ("CKV_K8S_18", &["kubernetes-host-namespace"]),
    ("CKV_K8S_19", &["kubernetes-host-namespace"]),
    ("CKV_K8S_20", &["kubernetes-privilege-escalation-allowed"]),
    ("CKV_K8S_22", &["kubernetes-writable-root-file-system"]),
    ("CKV_K8S_23", &["kubernetes-root-not-excluded", "kubernetes-runs-as-root"]),
    ("CKV_K8S_25", &["kubernetes-dangerous-capability"]),
    ("CKV_K8S_26", &["kubernetes-host-port"]),
    ("CKV_K8S_27", &["kubernetes-container-socket-mounted"]),
    ("CKV_K8S_33", &["kubernetes-dashboard-without-login"]),
    ("CKV_K8S_34", &["kubernetes-tiller"]),
    ("CKV_K8S_35", &["kubernetes-secret-in-environment"]),
    ("CKV_K8S_38", &["kubernetes-service-account-token-mounted"]),
    ("CKV_K8S_39", &["kubernetes-dangerous-capability"]),
    ("CKV_K8S_49", &["kubernetes-wildcard-permissions"]),
    ("CKV_TF_1", &["terraform-module-not-pinned"]),
    ("CKV_TF_2", &["terraform-module-not-pinned"]),
    ("DS-0002", &["dockerfile-no-user", "dockerfile-runs-as-root"]),
    ("DS-0004", &["dockerfile-ssh-server"]),
    ("GCP-0027", &["terraform-gcp-open-firewall"]),
    ("KSV-0001", &["kubernetes-privilege-escalation-allowed"]),
    ("KSV-0005", &["kubernetes-dangerous-capability"]),
    ("KSV-0006", &["kubernetes-container-socket-mounted"]),
    ("KSV-0008", &["kubernetes-host-namespace"]),
    ("KSV-0009", &["kubernetes-host-namespace"]),
    ("KSV-0010", &["kubernetes-host-namespace"]),
    ("KSV-0012", &["kubernetes-root-not-excluded", "kubernetes-runs-as-root"]),
    ("KSV-0014", &["kubernetes-writable-root-file-system"]),
    ("KSV-0017", &["kubernetes-privileged-container"]),
    ("artipacked", &["github-actions-persisted-credentials", "github-actions-persisted-credentials-uploaded"]),
    ("aws-ebs-enable-volume-encryption", &["terraform-storage-not-encrypted", "terraform-storage-encryption-missing"]),
    ("aws-ec2-enable-volume-encryption", &["terraform-storage-not-encrypted", "terraform-storage-encryption-missing"]),
    ("aws-ec2-enforce-http-token-imds", &["terraform-instance-metadata-v1"]),
    ("aws-ec2-no-public-ingress-sgr", &["terraform-open-security-group", "terraform-open-admin-port"]),
    ("aws-ecr-enforce-immutable-repository", &["terraform-mutable-image-tags"]),
    ("aws-eks-no-public-cluster-access", &["terraform-eks-public-endpoint"]),
    ("aws-elb-http-not-used", &["terraform-plain-http-listener"]),
    ("aws-elb-use-secure-tls-policy", &["terraform-weak-tls-version"]),
    ("aws-iam-no-policy-wildcards", &["terraform-wildcard-iam-policy"]),
    ("aws-kms-auto-rotate-keys", &["terraform-key-rotation-off", "terraform-key-rotation-missing"]),
    (
        "aws-rds-encrypt-instance-storage-data",
        &["terraform-storage-not-encrypted", "terraform-storage-encryption-missing"],
    ),
    ("aws-rds-no-public-db-access", &["terraform-public-database"]),
    ("aws-s3-block-public-acls", &["terraform-s3-public-access-allowed"]),
    ("aws-s3-block-public-policy", &["terraform-s3-public-access-allowed"]),
    ("aws-s3-ignore-public-acls", &["terraform-s3-public-access-allowed"]),
    ("aws-s3-no-public-access-with-acl", &["terraform-s3-public-acl"]),
    ("aws-s3-no-public-buckets", &["terraform-s3-public-access-allowed"]),
    ("aws-vpc-no-public-ingress-sgr", &["terraform-open-security-group", "terraform-open-admin-port"]),
    ("azure-compute-disable-password-authentication", &["terraform-azure-password-login"]),
    ("azure-network-no-public-ingress", &["terraform-azure-open-network"]),
    ("azure-storage-default-action-deny", &["terraform-azure-network-default-allow"]),
    ("azure-storage-no-public-access", &["terraform-azure-public-storage"]),
    ("bot-conditions", &["github-actions-actor-is-bot"]),
    ("cache-poisoning", &["github-actions-cache-in-privileged-workflow"]),
    ("dangerous-triggers", &["github-actions-untrusted-checkout", "github-actions-comment-triggers-checkout"]),
    ("excessive-permissions", &["github-actions-missing-permissions", "github-actions-write-all-permissions"]),
    ("github-env", &["github-actions-untrusted-text-into-environment", "github-actions-artifact-into-environment"]),
    ("google-compute-no-public-ingress", &["terraform-gcp-open-firewall"]),
    ("hardcoded-container-credentials", &["github-actions-hardcoded-credentials"]),
    ("insecure-commands", &["github-actions-unsecure-commands"]),
    ("overprovisioned-secrets", &["github-actions-all-secrets-exposed"]),
    ("secrets-inherit", &["github-actions-secrets-inherited"]),
    ("self-hosted-runner", &["github-actions-self-hosted-runner-for-pull-requests"]),
    (
        "template-injection",
        &[
            "github-actions-script-injection",
            "github-actions-input-in-script",
            "github-actions-changed-files-injection",
            "github-actions-github-script-injection",
        ],
    ),
    ("unpinned-images", &["github-actions-container-image-not-pinned"]),
    ("unpinned-uses", &["github-actions-unpinned-action", "github-actions-branch-reference"]),
    ("unsound-condition", &["github-actions-condition-always-true"]),
    ("unsound-contains", &["github-actions-contains-in-text"]),
];

/// Whether a rule is about infrastructure.
pub(super) fn is_about(rule: &Rule) -> bool {
    PREFIXES.iter().any(|p| rule.id.as_str().starts_with(p))
}

/// Whether a check of another tool looks for something that a rule of ours looks for.
pub(super) fn is_known(check: &str) -> bool {
    let check = check.strip_prefix("AVD-").unwrap_or(check);
    CHECKS.binary_search_by(|(id, _)| (*id).cmp(check)).is_ok()
}

/// Whether a check of another tool looks for what a rule of ours looks for.
pub(super) fn names(rule: &Rule, check: &str) -> bool {
    let check = check.strip_prefix("AVD-").unwrap_or(check);
    CHECKS
        .binary_search_by(|(id, _)| (*id).cmp(check))
        .is_ok_and(|at| CHECKS.get(at).is_some_and(|(_, rules)| rules.contains(&rule.id.as_str())))
}

/// The outermost block of a Terraform file (`resource "a" "b" {` … `}`, both at the beginning of their lines) that begins
/// on a line or holds it.
pub(super) fn block(file: &SourceFile, line: u32) -> Option<RangeInclusive<u32>> {
    if !matches!(file.path().extension(), Some("tf" | "tofu" | "hcl")) {
        return None;
    }
    let is_head = |text: &str| text.starts_with(|c: char| c.is_ascii_alphabetic()) && text.trim_end().ends_with('{');
    let first = (line.saturating_sub(MAX_BLOCK).max(1)..=line)
        .rev()
        .take_while(|l| *l == line || !file.line_text(*l).starts_with('}'))
        .find(|l| is_head(&file.line_text(*l)))?;
    let last = file.lines().lines().min(first.saturating_add(MAX_BLOCK));
    let end = (first + 1..=last).find(|l| file.line_text(*l).starts_with('}'))?;
    (end >= line).then_some(first..=end)
}

#[cfg(test)]
mod tests {
    use firedoor_core::{EngineId, Origin, Severity};

    use super::*;

    #[test]
    fn checks_are_sorted_and_mean_rules() {
        assert!(CHECKS.windows(2).all(|w| w[0].0 < w[1].0), "the table is searched by halves");
        let rule = Rule::new(EngineId::Sast, "terraform-s3-public-acl", "A list.", Severity::High);
        assert!(
            is_about(&rule)
                && names(&rule, "aws-s3-no-public-access-with-acl")
                && names(&rule, "CKV_AWS_20")
                && names(&rule, "AVD-AWS-0092")
                && names(&rule, "AWS-0092")
        );
        assert!(!names(&rule, "CKV_AWS_24") && !names(&rule, "CKV_AWS_2000"));
        assert!(CHECKS.iter().flat_map(|(_, rules)| *rules).all(|r| PREFIXES.iter().any(|p| r.starts_with(p))));
    }

    #[test]
    fn blocks_of_terraform() {
        let text = "resource \"a\" \"b\" {\n  x {\n  }\n}\n# between\nmodule \"c\" {\n  y = 1\n}\nlocals {\n";
        let file = SourceFile::new("m.tf".into(), Origin::WorkTree, text.into());
        let found: Vec<_> = (1..=9).map(|l| block(&file, l)).collect();
        let (a, c) = (Some(1..=4), Some(6..=8));
        assert_eq!(found, [a.clone(), a.clone(), a.clone(), a, None, c.clone(), c.clone(), c, None]);
        let yaml = SourceFile::new("m.yaml".into(), Origin::WorkTree, text.into());
        assert_eq!(block(&yaml, 2), None);
    }
}
