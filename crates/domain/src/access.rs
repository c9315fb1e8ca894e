//! Who of the staff may do what, and where.

use crate::{LocationId, text_enum};

text_enum! {
    /// What somebody is at a company.
    pub enum Role {
        /// Everything, staff and settings included.
        Owner = "owner",
        /// Contact moments, content, the week.
        Marketing = "marketing",
        /// Customers, account requests, the call list.
        Reception = "reception",
        /// Customers and the call list.
        Sales = "sales",
        /// Looks only.
        ReadOnly = "read_only",
        /// Looks, within regions (F200).
        RegionalManager = "regional_manager",
    }
}

text_enum! {
    /// One thing that staff may or may not do.
    pub enum Permission {
        /// Find customers and read their pages, cars, visits and consents.
        ViewCustomers = "view_customers",
        /// Change a customer's data and preferences on request.
        EditCustomers = "edit_customers",
        /// Answer account requests and send invitations.
        HandleRequests = "handle_requests",
        /// See the week: who is proposed, by which channel and why.
        ViewWeek = "view_week",
        /// Approve, skip and postpone proposals; run action contacts.
        Approve = "approve",
        /// Hand approved messages over, print letters.
        Send = "send",
        /// Work through the call list.
        Call = "call",
        /// Switch contact moments and choose their channels.
        EditMoments = "edit_moments",
        /// Write the content of messages.
        EditContent = "edit_content",
        /// Upload files of the dealer management system and undo imports.
        Import = "import",
        /// Take personal data out of Carport as a file.
        Export = "export",
        /// Print or export the proof of consent (F181).
        ProveConsent = "prove_consent",
        /// Change company data, look, texts, settings, modules in its control, locations.
        EditCompany = "edit_company",
        /// Invite and remove staff and change their roles.
        ManageStaff = "manage_staff",
        /// Read who did what.
        ViewAudit = "view_audit",
    }
}

/// The whole of it: who may, permission by permission.
const TABLE: [(Permission, &[Role]); 15] = {
    use Permission as P;
    use Role::{Marketing, Owner, ReadOnly, Reception, RegionalManager, Sales};
    [
        (
            P::ViewCustomers,
            &[Owner, Marketing, Reception, Sales, ReadOnly, RegionalManager],
        ),
        (P::EditCustomers, &[Owner, Marketing, Reception, Sales]),
        (P::HandleRequests, &[Owner, Reception, Sales]),
        (
            P::ViewWeek,
            &[Owner, Marketing, Reception, Sales, ReadOnly, RegionalManager],
        ),
        (P::Approve, &[Owner, Marketing]),
        (P::Send, &[Owner, Marketing]),
        (P::Call, &[Owner, Marketing, Reception, Sales]),
        (P::EditMoments, &[Owner, Marketing]),
        (P::EditContent, &[Owner, Marketing]),
        (P::Import, &[Owner, Marketing]),
        (P::Export, &[Owner]),
        (P::ProveConsent, &[Owner, Marketing]),
        (P::EditCompany, &[Owner]),
        (P::ManageStaff, &[Owner]),
        (P::ViewAudit, &[Owner]),
    ]
};

impl Permission {
    /// The roles that have it.
    pub fn roles(self) -> &'static [Role] {
        TABLE
            .iter()
            .find(|(permission, _)| *permission == self)
            .map_or(&[], |(_, roles)| roles)
    }
}

impl Role {
    /// Whether the role has a permission.
    pub fn may(self, permission: Permission) -> bool {
        permission.roles().contains(&self)
    }

    /// Everything the role may, in the order of [`Permission`].
    pub fn permissions(self) -> impl Iterator<Item = Permission> {
        Permission::ALL
            .iter()
            .copied()
            .filter(move |permission| self.may(*permission))
    }

    /// Whether the role sees only the regions named with it. Without a region it then sees nothing.
    pub const fn is_regional(self) -> bool {
        matches!(self, Role::RegionalManager)
    }
}

/// A member of staff at a company: the role, and the part of the company it reaches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Access {
    /// The role.
    pub role: Role,
    /// For a regional manager the regions; for others empty.
    pub regions: Vec<String>,
    /// The locations somebody works at; empty is all of them.
    pub locations: Vec<LocationId>,
}

impl Access {
    /// Access to a whole company.
    pub const fn whole(role: Role) -> Self {
        Self {
            role,
            regions: Vec::new(),
            locations: Vec::new(),
        }
    }

    /// Whether something is permitted at all; where, [`Access::reaches`] says.
    pub fn may(&self, permission: Permission) -> bool {
        self.role.may(permission)
    }

    /// Whether the role reaches what belongs to a location. What belongs to no location is for those who reach the whole company.
    pub fn reaches(&self, location: Option<LocationId>, region: Option<&str>) -> bool {
        let here = self.locations.is_empty() || location.is_some_and(|id| self.locations.contains(&id));
        let in_region = !self.role.is_regional()
            || region.is_some_and(|region| self.regions.iter().any(|own| own.eq_ignore_ascii_case(region)));
        here && in_region
    }

    /// Whether the role reaches everything of the company.
    pub fn is_whole(&self) -> bool {
        self.locations.is_empty() && !self.role.is_regional()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Timestamp;

    #[test]
    fn the_table_has_every_permission_once_and_the_owner_has_all() {
        for &permission in Permission::ALL {
            assert_eq!(
                TABLE.iter().filter(|(p, _)| *p == permission).count(),
                1,
                "{permission}"
            );
            assert!(Role::Owner.may(permission));
        }
    }

    #[test]
    fn who_looks_only_changes_nothing() {
        for role in [Role::ReadOnly, Role::RegionalManager] {
            let all: Vec<Permission> = role.permissions().collect();
            assert_eq!(all, [Permission::ViewCustomers, Permission::ViewWeek]);
        }
    }

    #[test]
    fn only_owners_reach_the_company_its_staff_and_the_audit_log() {
        for permission in [
            Permission::EditCompany,
            Permission::ManageStaff,
            Permission::ViewAudit,
            Permission::Export,
        ] {
            assert_eq!(permission.roles(), [Role::Owner]);
        }
        assert!(Role::Marketing.may(Permission::Approve) && !Role::Reception.may(Permission::Approve));
        assert!(Role::Reception.may(Permission::Call) && !Role::Reception.may(Permission::Send));
    }

    #[test]
    fn a_regional_manager_sees_the_own_regions_and_without_one_nothing() {
        let mut manager = Access::whole(Role::RegionalManager);
        assert!(!manager.reaches(None, Some("North")));
        manager.regions = vec!["North".to_owned()];
        assert!(manager.reaches(None, Some("north")));
        assert!(!manager.reaches(None, Some("South")) && !manager.reaches(None, None));
        assert!(!manager.is_whole());
    }

    #[test]
    fn staff_of_one_location_do_not_reach_another() {
        let (here, there) = (LocationId::new(Timestamp(0)), LocationId::new(Timestamp(0)));
        let access = Access {
            locations: vec![here],
            ..Access::whole(Role::Reception)
        };
        assert!(access.reaches(Some(here), None));
        assert!(!access.reaches(Some(there), None) && !access.reaches(None, None));
        assert!(Access::whole(Role::Reception).reaches(None, None));
    }
}
