//! Documents, logos and import files, in an object store: a folder by default.

use std::path::Path;
use std::sync::Arc;

use bytes::Bytes;
use object_store::local::LocalFileSystem;
use object_store::path::Path as Key;
use object_store::{ObjectStore, ObjectStoreExt};

use carport_domain::CompanyId;

use crate::error::{Result, StoreError};

/// The object store. Keys begin with the company, so that no company's key can name another's file.
#[derive(Clone)]
pub struct Files {
    objects: Arc<dyn ObjectStore>,
}

impl std::fmt::Debug for Files {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Files({})", self.objects)
    }
}

impl Files {
    /// Files in a folder, which is made when missing.
    pub fn in_folder(folder: &Path) -> Result<Self> {
        std::fs::create_dir_all(folder).map_err(|source| StoreError::Io {
            path: folder.display().to_string(),
            source,
        })?;
        Ok(Self {
            objects: Arc::new(LocalFileSystem::new_with_prefix(folder)?),
        })
    }

    fn key(company: CompanyId, name: &str) -> Key {
        Key::from_iter(std::iter::once(company.to_string()).chain(name.split('/').map(str::to_owned)))
    }

    /// Keeps `content` under `name` (a server-made name, never one a user typed).
    pub async fn put(&self, company: CompanyId, name: &str, content: Bytes) -> Result<()> {
        self.objects
            .put(&Self::key(company, name), content.into())
            .await?;
        Ok(())
    }

    /// The content, or none where there is no such file.
    pub async fn get(&self, company: CompanyId, name: &str) -> Result<Option<Bytes>> {
        match self.objects.get(&Self::key(company, name)).await {
            Ok(found) => Ok(Some(found.bytes().await?)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(e) => Err(e.into()),
        }
    }

    /// Removes a file; removing what is not there is fine.
    pub async fn delete(&self, company: CompanyId, name: &str) -> Result<()> {
        match self.objects.delete(&Self::key(company, name)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(e) => Err(e.into()),
        }
    }
}
