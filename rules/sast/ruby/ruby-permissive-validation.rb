class User < ApplicationRecord
  # ruleid: ruby-permissive-validation
  validates :name, format: { with: /^[a-z]+$/, multiline: false }
  # ruleid: ruby-permissive-validation
  validates :link, presence: true, format: { with: /^https?:\/\// }
  # ruleid: ruby-permissive-validation
  validates_format_of :email, with: /^\S+@\S+$/i
  # ruleid: ruby-permissive-validation
  validates :code, format: /^\d+$/
  # ok: ruby-permissive-validation
  validates :name, format: { with: /\A[a-z]+\z/ }
  # ok: ruby-permissive-validation
  validates :text, format: { with: /^[a-z]+$/, multiline: true }
  # ok: ruby-permissive-validation
  validates_format_of :email, with: URI::MailTo::EMAIL_REGEXP
  # ok: ruby-permissive-validation
  validates :name, length: { maximum: 20 }
end
